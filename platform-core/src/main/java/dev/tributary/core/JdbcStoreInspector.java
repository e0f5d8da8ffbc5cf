package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.store.StoreHealth;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.api.store.TableDescription;
import dev.tributary.core.internal.dataset.TableScan;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.migrate.Migrations;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks into a store over its reading connections. */
final class JdbcStoreInspector implements StoreInspector {
  private final JdbcCentralStore store;
  private final Dialect dialect;

  JdbcStoreInspector(JdbcCentralStore store, Dialect dialect) {
    this.store = store;
    this.dialect = dialect;
  }

  @Override
  public StoreHealth health() {
    long begun = System.nanoTime();
    try {
      String engine =
          store.read(connection -> {
            DatabaseMetaData meta = connection.getMetaData();
            try (Statement statement = connection.createStatement()) {
              statement.execute("SELECT last_id FROM event_sequence");
            }
            return meta.getDatabaseProductName() + " " + meta.getDatabaseProductVersion();
          });
      String refusal = store.refusal().orElse("");
      return new StoreHealth(true, refusal.isEmpty(), engine, since(begun), refusal);
    } catch (PlatformException down) {
      return new StoreHealth(
          false, false, store.engine().name(), since(begun), String.valueOf(down.getMessage()));
    }
  }

  @Override
  public String schemaVersion() {
    return store.look(handle ->
        handle
            .select(
                "SELECT version FROM "
                    + Migrations.HISTORY
                    + " WHERE success = "
                    + dialect.truth()
                    + " AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")
            .mapTo(String.class)
            .findOne()
            .orElse("0"));
  }

  @Override
  public List<TableDescription> tables() {
    Set<String> datasets =
        store.datasets().list().stream().map(Dataset::name).collect(Collectors.toSet());
    return store.read(connection -> new TableScan(dialect).tables(connection, datasets));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
