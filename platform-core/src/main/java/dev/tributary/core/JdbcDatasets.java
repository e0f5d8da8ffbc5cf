package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dataset.SchemaRegistry;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registry of datasets in the store itself. */
final class JdbcDatasets implements Datasets {
  private final JdbcCentralStore store;
  private final Dialect dialect;
  private final SchemaRegistry registry;

  JdbcDatasets(JdbcCentralStore store, Dialect dialect, Json json) {
    this.store = store;
    this.dialect = dialect;
    this.registry = new SchemaRegistry(dialect, json);
  }

  @Override
  public Dataset ensure(Dataset declared) {
    return store.write(transaction -> {
      Connection connection = transaction.connection();
      dialect.lockSchema(connection);
      try {
        return ensure(transaction, declared);
      } finally {
        dialect.unlockSchema(connection);
      }
    });
  }

  @Override
  public List<Dataset> list() {
    return store.read(registry::list).stream().map(SchemaRegistry.Version::dataset).toList();
  }

  @Override
  public Optional<Dataset> find(String name) {
    return list().stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  private Dataset ensure(StoreTransaction transaction, Dataset declared) throws SQLException {
    SchemaRegistry.Change change = registry.ensure(transaction.connection(), declared, store.now());
    if (change.made()) {
      transaction.append(
          DATASET_CHANGED,
          declared.name(),
          Map.of("version", change.version().number(), "added", change.added()));
    }
    return change.version().dataset();
  }
}
