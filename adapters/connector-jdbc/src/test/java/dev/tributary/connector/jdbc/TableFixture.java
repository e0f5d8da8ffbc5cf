package dev.tributary.connector.jdbc;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.testkit.ConnectorFixture;
import dev.tributary.testkit.FlakyTcpProxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A table in which four rows at a time share their cursor. */
final class TableFixture implements ConnectorFixture {
  private final TestEngine engine;
  private final @Nullable FlakyTcpProxy proxy;
  private long changes;

  private TableFixture(TestEngine engine, @Nullable FlakyTcpProxy proxy) {
    this.engine = engine;
    this.proxy = proxy;
    engine.run(
        "DROP TABLE IF EXISTS items",
        "CREATE TABLE items (id BIGINT NOT NULL PRIMARY KEY, name VARCHAR(40), updated_at "
            + engine.timeType()
            + " NOT NULL)",
        "CREATE INDEX items_updated ON items (updated_at)");
  }

  static TableFixture in(TestEngine engine) {
    return new TableFixture(engine, null);
  }

  static TableFixture behindProxy(TestEngine engine, int port) {
    return new TableFixture(engine, FlakyTcpProxy.to("127.0.0.1", port));
  }

  @Override
  public ConnectorFactory factory() {
    return new JdbcConnectorFactory();
  }

  @Override
  public Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(engine.settings());
    settings.put("cursor", "updated_at");
    settings.put("fetch_rows", 7);
    if (proxy != null) {
      settings.put("host", "127.0.0.1");
      settings.put("port", proxy.port());
    }
    return settings;
  }

  @Override
  public Optional<Map<String, Object>> deadSettings() {
    Map<String, Object> dead = new HashMap<>(settings());
    if (dead.containsKey("file")) {
      dead.put("file", dead.get("file") + ".gone");
    } else {
      dead.put("port", 1);
    }
    return Optional.of(dead);
  }

  @Override
  public Map<String, String> secrets() {
    return engine.secrets();
  }

  @Override
  public String stream() {
    return "items";
  }

  @Override
  public void add(long firstId, int count) {
    engine.run(
        LongStream.range(firstId, firstId + count)
            .mapToObj(id ->
                "INSERT INTO items VALUES (%d, 'name %d', '2026-01-01 10:00:%02d.500')"
                    .formatted(id, id, id / 4 % 60))
            .toArray(String[]::new));
  }

  @Override
  public boolean supportsUpdates() {
    return true;
  }

  @Override
  public void update(long id) {
    engine.run(
        "UPDATE items SET updated_at = '2026-01-01 11:00:%02d' WHERE id = %d"
            .formatted(++changes, id));
  }

  @Override
  public boolean hang() {
    if (proxy != null) {
      proxy.stall();
    }
    return proxy != null;
  }

  @Override
  public void close() {
    if (proxy != null) {
      proxy.close();
    }
  }
}
