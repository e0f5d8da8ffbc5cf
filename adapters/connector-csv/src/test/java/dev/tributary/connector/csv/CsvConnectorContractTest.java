package dev.tributary.connector.csv;

import dev.tributary.api.connector.ConnectorFactory;
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

class CsvConnectorContractTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new ConnectorFixture() {
      @Override
      public ConnectorFactory factory() {
        return new CsvConnectorFactory();
      }

      @Override
      public Map<String, Object> settings() {
        return Map.of("folder", folder.toString());
      }

      @Override
      public Optional<Map<String, Object>> deadSettings() {
        return Optional.of(Map.of("folder", folder.resolve("missing").toString()));
      }

      @Override
      public String stream() {
        return "files";
      }

      @Override
      public void add(long firstId, int count) {
        StringBuilder text = new StringBuilder();
        Path file = folder.resolve("drop.csv");
        if (!Files.exists(file)) {
          text.append("id,name,amount\n");
        }
        for (long id = firstId; id < firstId + count; id++) {
          text.append(id).append(",name ").append(id).append(',').append(id * 1.5).append('\n');
        }
        try {
          Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void close() {
        // The folder is removed by JUnit.
      }
    };
  }
}
