package dev.tributary.connector.json;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.FolderFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

class JsonConnectorTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return new JsonFolder(folder);
  }

  /** Rows come in turn as an array and line by line. */
  private static final class JsonFolder extends FolderFixture {
    JsonFolder(Path folder) {
      super(folder);
    }

    @Override
    public ConnectorFactory factory() {
      return new JsonConnectorFactory();
    }

    @Override
    protected Path write(Path folder, long firstId, int count) throws IOException {
      boolean lines = firstId % 2 == 0;
      String text =
          LongStream.range(firstId, firstId + count)
              .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"n" + id + "\"}")
              .collect(
                  Collectors.joining(lines ? "\n" : ",\n", lines ? "" : "[", lines ? "" : "]"));
      return Files.writeString(
          folder.resolve("%09d.%s".formatted(firstId, lines ? "ndjson" : "json")), text);
    }
  }
}
