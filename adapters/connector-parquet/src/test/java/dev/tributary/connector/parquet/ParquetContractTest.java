package dev.tributary.connector.parquet;

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
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.io.TempDir;

class ParquetContractTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new FolderFixture(folder);
  }

  /** Rows come in files of several row groups. */
  private record FolderFixture(Path folder) implements ConnectorFixture {

    @Override
    public ConnectorFactory factory() {
      return new ParquetConnectorFactory();
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
    @SuppressWarnings("unchecked")
    public void add(long firstId, int count) {
      Path file = folder.resolve("%09d.parquet".formatted(firstId));
      try {
        new ParquetFile(file, "required int64 id; optional binary name (STRING);")
            .write(
                writer -> writer.withRowGroupRowCountLimit(3),
                LongStream.range(firstId, firstId + count)
                    .mapToObj(id ->
                        (Consumer<Group>)
                            record -> {
                              record.add("id", id);
                              record.add("name", "n" + id);
                            })
                    .toArray(Consumer[]::new));
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
