package dev.tributary.examples;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class LogFileConnectorTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() throws IOException {
    return new LogFixture(Files.createFile(folder.resolve("app.log")));
  }

  private record LogFixture(Path file) implements ConnectorFixture {

    @Override
    public ConnectorFactory factory() {
      return new LogFileConnectorFactory();
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("file", file.toString());
    }

    @Override
    public Optional<Map<String, Object>> deadSettings() {
      return Optional.of(Map.of("file", file + ".gone"));
    }

    @Override
    public String stream() {
      return "lines";
    }

    @Override
    public boolean namesStreams() {
      return false;
    }

    @Override
    public void add(long firstId, int count) {
      for (long id = firstId; id < firstId + count; id++) {
        append("2026-01-01T10:00:00Z event " + id + "\n");
      }
    }

    @Override
    public long idOf(SourceSchema schema, SourceRow row) {
      String message = String.valueOf(row.value(schema.indexOf("message")));
      return Long.parseLong(message.substring("event ".length()));
    }

    @Override
    public void close() {
      // The file goes with the test's folder.
    }

    private void append(String text) {
      try {
        Files.writeString(file, text, StandardOpenOption.APPEND);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
