package dev.tributary.api.folder;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.connector.SourceStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the files of a folder, oldest change first. Holds nothing open between readings.
 * Thread-safe.
 */
public final class FolderConnector implements SourceConnector {
  /** The only stream of a folder: {@value}. */
  static final String STREAM = "files";

  private static final int SAMPLE = 100;

  private final ConnectorContext context;
  private final FolderSettings settings;
  private final FolderFormat format;

  /**
   * Makes a connector; touches no file.
   *
   * @param context what the platform lends
   * @param settings the verified settings
   * @param format what its files hold
   */
  public FolderConnector(ConnectorContext context, FolderSettings settings, FolderFormat format) {
    this.context = context;
    this.settings = settings;
    this.format = format;
  }

  @Override
  public String check() {
    List<FoundFile> files = files();
    long waiting = files.stream().filter(file -> !file.rested()).count();
    return "folder %s can be read: %d files, %d of them still being written"
        .formatted(folder(), files.size(), waiting);
  }

  @Override
  public List<SourceStream> discover() {
    Optional<FoundFile> newest = files().reversed().stream().filter(FoundFile::rested).findFirst();
    SourceSchema schema = SourceSchema.ofTexts(List.of());
    if (newest.isPresent()) {
      ReadRequest sample =
          new ReadRequest(
              STREAM, ReadMode.INCREMENTAL, Checkpoints.none(), SAMPLE, ReadRequest.DEFAULT_BYTES);
      try (FolderReader reader = new FolderReader(List.of(newest.get()), format, sample)) {
        schema = reader.next().map(SourceBatch::schema).orElse(schema);
      }
    }
    return List.of(new SourceStream(STREAM, schema, List.of()));
  }

  @Override
  public BatchReader read(ReadRequest request) {
    if (!request.stream().equals(STREAM)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "a folder of %s files has no stream '%s'; its only one is '%s'"
              .formatted(format.word(), request.stream(), STREAM));
    }
    return new FolderReader(files(), format, request);
  }

  @Override
  public void close() {
    // Nothing is held between readings.
  }

  private Path folder() {
    Path folder = context.file(settings.folder());
    if (!Files.isDirectory(folder)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "folder " + folder + " does not exist; create it or correct the setting 'folder'");
    }
    return folder;
  }

  /** The files, oldest change first. */
  private List<FoundFile> files() {
    Path folder = folder();
    Instant now = context.clock().instant();
    List<FoundFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        String name = path.getFileName().toString();
        if (!name.startsWith(".") && format.reads(name)) {
          look(path, now).ifPresent(files::add);
        }
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new ConnectorException(
          ConnectorError.FAILED,
          "folder " + folder + " cannot be listed: " + failed.getMessage() + "; check its rights",
          failed);
    }
    files.sort(Comparator.comparingLong(FoundFile::modified).thenComparing(FoundFile::name));
    return files;
  }

  private Optional<FoundFile> look(Path path, Instant now) throws IOException {
    if (Files.isSymbolicLink(path)) {
      context.file(path.toString());
    }
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      Instant modified = found.lastModifiedTime().toInstant();
      // A change in the future tells of a clock that is wrong, not of a file in work.
      boolean rested = Duration.between(modified, now).abs().compareTo(settings.settle()) >= 0;
      return found.isRegularFile()
          ? Optional.of(
              new FoundFile(
                  path.getFileName().toString(),
                  path,
                  found.size(),
                  modified.toEpochMilli(),
                  rested))
          : Optional.empty();
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }
}
