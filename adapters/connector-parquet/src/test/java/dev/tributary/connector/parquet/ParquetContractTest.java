package dev.tributary.connector.parquet;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.FolderFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.parquet.example.data.Group;
import org.junit.jupiter.api.io.TempDir;

class ParquetContractTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new ParquetFolder(folder);
  }

  /** Rows come in files of several row groups. */
  private static final class ParquetFolder extends FolderFixture {
    ParquetFolder(Path folder) {
      super(folder);
    }

    @Override
    public ConnectorFactory factory() {
      return new ParquetConnectorFactory();
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Path write(Path folder, long firstId, int count) throws IOException {
      Path file = folder.resolve("%09d.parquet".formatted(firstId));
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
      return file;
    }
  }
}
