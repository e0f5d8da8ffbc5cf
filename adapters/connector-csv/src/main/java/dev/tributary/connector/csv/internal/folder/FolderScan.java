package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks which files there are, oldest change first. */
final class FolderScan {
  private static final int LONGEST_PARTITION = 400;

  private final ConnectorContext context;
  private final FolderSettings settings;

  FolderScan(ConnectorContext context, FolderSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  List<DropFile> files() {
    Path folder = folder();
    Instant now = context.clock().instant();
    List<DropFile> files = new ArrayList<>();
    try (Stream<Path> paths =
        Files.walk(folder, settings.names().recursive() ? Integer.MAX_VALUE : 1)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path relative = folder.relativize(path);
        if (!path.equals(folder) && settings.names().accepts(relative)) {
          look(path, relative, now, files);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new ConnectorException(
          ConnectorError.FAILED,
          "folder " + folder + " cannot be listed: " + e.getMessage() + "; check its rights",
          e);
    }
    files.sort(
        Comparator.comparingLong((DropFile file) -> file.stat().modified())
            .thenComparing(DropFile::partition));
    return files;
  }

  Path folder() {
    Path folder = context.file(settings.folder());
    if (!Files.isDirectory(folder)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "folder " + folder + " does not exist; create it or correct the setting 'folder'");
    }
    return folder;
  }

  private void look(Path path, Path relative, Instant now, List<DropFile> files)
      throws IOException {
    if (Files.isSymbolicLink(path)) {
      context.file(path.toString());
    }
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isRegularFile()) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        DropFile.Stat stat =
            new DropFile.Stat(
                attributes.size(), modified.toEpochMilli(), String.valueOf(attributes.fileKey()));
        files.add(new DropFile(partition(relative), path, stat, rested(path, now, modified)));
      }
    } catch (NoSuchFileException e) {
      // Gone between listing and looking: the next run will not see it either.
      System.getLogger(FolderScan.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} vanished while its folder was listed", path);
    }
  }

  /** A change in the future tells of a clock that is wrong, not of a file in work. */
  private boolean rested(Path path, Instant now, Instant modified) {
    if (settings.names().hasDoneMarker()) {
      return Files.exists(settings.names().doneMarkerOf(path));
    }
    return Duration.between(modified, now).abs().compareTo(settings.settle()) >= 0;
  }

  private static String partition(Path relative) {
    String path = relative.toString().replace('\\', '/');
    if (path.length() <= LONGEST_PARTITION) {
      return path;
    }
    String hash = ContentHash.of(path.getBytes(StandardCharsets.UTF_8));
    return path.substring(path.length() - LONGEST_PARTITION) + "#" + hash;
  }
}
