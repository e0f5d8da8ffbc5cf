package dev.tributary.connector.json.internal.folder;

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
import dev.tributary.connector.json.internal.record.RowMaker;
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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a folder. Holds nothing open between readings. */
public final class FolderConnector implements SourceConnector {
  /** The only stream of a folder: {@value}. */
  static final String STREAM = "files";

  private static final Pattern JSON = Pattern.compile("(?i)[^.].*\\.(json|ndjson|jsonl)(\\.gz)?");
  private static final int SAMPLE = 100;

  private final ConnectorContext context;
  private final FolderConfig config;
  private final RowMaker rows = new RowMaker();

  /**
   * Makes a connector; touches no file.
   *
   * @param context what the platform lends
   * @param config the verified settings
   */
  public FolderConnector(ConnectorContext context, FolderConfig config) {
    this.context = context;
    this.config = config;
  }

  @Override
  public String check() {
    List<JsonFile> files = files();
    long waiting = files.stream().filter(file -> !file.rested()).count();
    return "folder %s can be read: %d files, %d of them still being written"
        .formatted(folder(), files.size(), waiting);
  }

  @Override
  public List<SourceStream> discover() {
    Optional<JsonFile> newest = files().reversed().stream().filter(JsonFile::rested).findFirst();
    SourceSchema schema = rows.schema();
    if (newest.isPresent()) {
      ReadRequest sample =
          new ReadRequest(
              STREAM, ReadMode.INCREMENTAL, Checkpoints.none(), SAMPLE, ReadRequest.DEFAULT_BYTES);
      try (FolderReader reader = new FolderReader(List.of(newest.get()), config, rows, sample)) {
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
          "a folder of JSON files has no stream '%s'; its only one is '%s'"
              .formatted(request.stream(), STREAM));
    }
    return new FolderReader(files(), config, rows, request);
  }

  @Override
  public void close() {
    // Nothing is held between readings.
  }

  private Path folder() {
    Path folder = context.file(config.folder());
    if (!Files.isDirectory(folder)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "folder " + folder + " does not exist; create it or correct the setting 'folder'");
    }
    return folder;
  }

  /** The files, oldest change first. */
  private List<JsonFile> files() {
    Path folder = folder();
    Instant now = context.clock().instant();
    List<JsonFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (JSON.matcher(path.getFileName().toString()).matches()) {
          look(path, now).ifPresent(files::add);
        }
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new ConnectorException(
          ConnectorError.FAILED,
          "folder " + folder + " cannot be listed: " + failed.getMessage() + "; check its rights",
          failed);
    }
    files.sort(Comparator.comparingLong(JsonFile::modified).thenComparing(JsonFile::name));
    return files;
  }

  private Optional<JsonFile> look(Path path, Instant now) throws IOException {
    if (Files.isSymbolicLink(path)) {
      context.file(path.toString());
    }
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      Instant modified = found.lastModifiedTime().toInstant();
      // A change in the future tells of a clock that is wrong, not of a file in work.
      boolean rested = Duration.between(modified, now).abs().compareTo(config.settle()) >= 0;
      return found.isRegularFile()
          ? Optional.of(
              new JsonFile(
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
