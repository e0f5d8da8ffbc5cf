package dev.tributary.connector.jdbc;

import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends SourceConnectorContract {
  @TempDir Path folder;

  @Override
  protected ConnectorFixture fixture() {
    return TableFixture.in(new SqliteEngine(folder.resolve("source.db")));
  }
}
