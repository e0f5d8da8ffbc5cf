package dev.tributary.connector.csv;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.FolderFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.io.TempDir;

class CsvConnectorContractTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new CsvFolder(folder);
  }

  /** Rows come in one file that grows. */
  private static final class CsvFolder extends FolderFixture {
    CsvFolder(Path folder) {
      super(folder);
    }

    @Override
    public ConnectorFactory factory() {
      return new CsvConnectorFactory();
    }

    @Override
    protected Path write(Path folder, long firstId, int count) throws IOException {
      StringBuilder text = new StringBuilder();
      Path file = folder.resolve("drop.csv");
      if (!Files.exists(file)) {
        text.append("id,name,amount\n");
      }
      for (long id = firstId; id < firstId + count; id++) {
        text.append(id).append(",name ").append(id).append(',').append(id * 1.5).append('\n');
      }
      return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
