package dev.tributary.connector.jdbc;

import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;

class PostgresContractIT extends SourceConnectorContract {

  @Override
  protected ConnectorFixture fixture() {
    PostgresEngine engine = PostgresEngine.instance();
    return TableFixture.behindProxy(engine, engine.port());
  }
}
