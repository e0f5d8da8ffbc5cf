package dev.tributary.ingest;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.connector.SourceStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the one file of a folder: columns split at commas, the first line names them. */
final class LinesFactory implements ConnectorFactory {
  @Override
  public String kind() {
    return "lines";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    Path folder = context.file(context.settings().requiredText("folder"));
    context.settings().verify();
    return new Connector(folder);
  }

  @Override
  public Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    return Optional.of(Map.of("folder", folder));
  }

  private record Connector(Path folder) implements SourceConnector {
    @Override
    public String check() {
      return "fine";
    }

    @Override
    public List<SourceStream> discover() {
      return List.of(new SourceStream("lines", SourceSchema.ofTexts(List.of()), List.of()));
    }

    @Override
    public BatchReader read(ReadRequest request) {
      return new Reader(folder, request.checkpoints().state("").isPresent());
    }

    @Override
    public void close() {}
  }

  private static final class Reader implements BatchReader {
    private final Path folder;
    private boolean done;

    Reader(Path folder, boolean done) {
      this.folder = folder;
      this.done = done;
    }

    @Override
    public Optional<SourceBatch> next() {
      if (done) {
        return Optional.empty();
      }
      done = true;
      try (Stream<Path> files = Files.list(folder)) {
        return Optional.of(batch(files.findFirst().orElseThrow()));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static SourceBatch batch(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      if (lines.getFirst().startsWith("<")) {
        throw new ConnectorException(ConnectorError.MALFORMED, "no lines but HTML; send a file");
      }
      List<SourceRow> rows = new ArrayList<>();
      for (int line = 1; line < lines.size(); line++) {
        rows.add(
            SourceRow.of(
                new SourcePosition.InFile(file.getFileName().toString(), line + 1, 0),
                (Object[]) lines.get(line).split(",", -1)));
      }
      SourceSchema schema = SourceSchema.ofTexts(List.of(lines.getFirst().split(",")));
      return SourceBatch.of(schema, rows, Checkpoint.whole("done"));
    }

    @Override
    public void close() {}
  }
}
