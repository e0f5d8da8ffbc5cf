package dev.tributary.connector.jdbc;

import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.SourceConnectorContract;

class MariaContractIT extends SourceConnectorContract {

  @Override
  protected ConnectorFixture fixture() {
    MariaEngine engine = MariaEngine.instance();
    return TableFixture.behindProxy(engine, engine.port());
  }
}
