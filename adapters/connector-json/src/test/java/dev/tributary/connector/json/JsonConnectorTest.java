package dev.tributary.connector.json;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

class JsonConnectorTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new FolderFixture(folder);
  }

  /** Rows come in files, in turn as an array and line by line. */
  private record FolderFixture(Path folder) implements ConnectorFixture {

    @Override
    public ConnectorFactory factory() {
      return new JsonConnectorFactory();
    }

    @Override
    public Map<String, Object> settings() {
      return Map.of("folder", folder.toString(), "settle", "0s");
    }

    @Override
    public Optional<Map<String, Object>> deadSettings() {
      return Optional.of(Map.of("folder", folder.resolve("gone").toString()));
    }

    @Override
    public String stream() {
      return "files";
    }

    @Override
    public void add(long firstId, int count) {
      boolean lines = firstId % 2 == 0;
      String text =
          LongStream.range(firstId, firstId + count)
              .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"n" + id + "\"}")
              .collect(
                  Collectors.joining(lines ? "\n" : ",\n", lines ? "" : "[", lines ? "" : "]"));
      Path file = folder.resolve("%09d.%s".formatted(firstId, lines ? "ndjson" : "json"));
      try {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + firstId));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {
      // The files go with the test's folder.
    }
  }
}
