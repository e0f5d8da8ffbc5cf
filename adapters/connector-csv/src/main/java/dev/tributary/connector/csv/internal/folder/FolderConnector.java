package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.api.error.PlatformException;
import java.io.IOException;
import java.util.List;

/** Reads a watched folder. Holds nothing open between readings. */
public final class FolderConnector implements SourceConnector {
  /** The only stream of a folder: {@value}. */
  public static final String STREAM = "files";

  private final FolderSettings settings;
  private final FolderScan scan;

  /**
   * Makes a connector; touches no file.
   *
   * @param context what the platform lends
   * @param settings the verified settings
   */
  public FolderConnector(ConnectorContext context, FolderSettings settings) {
    this.settings = settings;
    this.scan = new FolderScan(context, settings);
  }

  @Override
  public String check() {
    List<DropFile> files = scan.files();
    long resting = files.stream().filter(DropFile::rested).count();
    return "folder "
        + scan.folder()
        + " can be read: "
        + files.size()
        + " files, "
        + (files.size() - resting)
        + " of them still being written";
  }

  @Override
  public List<SourceStream> discover() {
    for (DropFile file : scan.files().reversed()) {
      if (file.rested() && file.stat().size() > 0) {
        try (OpenFile open = OpenFile.open(file, new Plan.Read(null, null), settings.csv())) {
          return List.of(stream(open.columns()));
        } catch (IOException | PlatformException e) {
          System.getLogger(FolderConnector.class.getName())
              .log(
                  System.Logger.Level.INFO,
                  "no columns from {0}: {1}",
                  file.path(),
                  e.getMessage());
        }
      }
    }
    return List.of(stream(settings.csv().columns()));
  }

  private static SourceStream stream(List<String> columns) {
    return new SourceStream(STREAM, SourceSchema.ofTexts(columns), List.of());
  }

  @Override
  public BatchReader read(ReadRequest request) {
    if (!request.stream().equals(STREAM)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "a CSV folder has no stream '"
              + request.stream()
              + "'; its only one is '"
              + STREAM
              + "'");
    }
    List<DropFile> files = scan.files();
    Planner planner = new Planner(settings.follow(), request.checkpoints().all(), files);
    return new FolderReader(settings.csv(), files, planner, request);
  }

  @Override
  public void close() {
    // Nothing is held between readings.
  }
}
