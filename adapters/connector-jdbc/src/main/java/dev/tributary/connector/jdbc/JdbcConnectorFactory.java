package dev.tributary.connector.jdbc;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.connector.jdbc.internal.catalog.Catalogs;
import dev.tributary.connector.jdbc.internal.connection.Database;
import dev.tributary.connector.jdbc.internal.dialect.Dialects;
import dev.tributary.connector.jdbc.internal.read.TableSource;
import dev.tributary.connector.jdbc.internal.settings.Engine;
import dev.tributary.connector.jdbc.internal.settings.JdbcConfig;
import java.util.List;

/**
 * Makes connectors of kind {@code jdbc}: tables and views of SQLite, PostgreSQL, MySQL and MariaDB,
 * read in full or incrementally by a cursor column. Thread-safe.
 *
 * <p>Settings: {@code engine} (sqlite, postgresql, mysql); {@code file} for SQLite; {@code host},
 * {@code port} (default the engine's), {@code database}, {@code user}, {@code password} (a
 * reference to a secret) and {@code options} (an allow-list) for a server; {@code schema}; {@code
 * table} (default: any table a source names as its stream); {@code cursor}; {@code key} (default
 * the primary key); {@code overlap} (default 30s, or 1000 for a cursor that counts); {@code
 * fetch_rows} (default 50000); {@code zone} of timestamps without one (default UTC); {@code
 * timeout} of a statement (default 60s); {@code connect_timeout}, which also limits waits for locks
 * (default 10s).
 */
public final class JdbcConnectorFactory implements ConnectorFactory {

  /** Makes the factory. */
  public JdbcConnectorFactory() {}

  @Override
  public String kind() {
    return "jdbc";
  }

  @Override
  public List<ReadMode> modes() {
    return List.of(ReadMode.INCREMENTAL, ReadMode.FULL);
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    JdbcConfig config = JdbcConfig.from(context);
    Engine engine = config.database().engine();
    Database database = new Database(config.database(), context::requireAllowed, System::nanoTime);
    return new JdbcConnector(
        database,
        new TableSource(
            database,
            Catalogs.of(engine),
            Dialects.of(engine, config.table().zone()),
            config.table()));
  }
}
