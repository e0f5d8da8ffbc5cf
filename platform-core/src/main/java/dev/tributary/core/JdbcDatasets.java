package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dataset.SchemaRegistry;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.text.Json;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The registry of datasets in the store itself. */
final class JdbcDatasets implements Datasets {
  private final JdbcCentralStore store;
  private final Dialect dialect;
  private final SchemaRegistry registry;
  private final ReentrantLock changing = new ReentrantLock();

  JdbcDatasets(JdbcCentralStore store, Dialect dialect, Json json) {
    this.store = store;
    this.dialect = dialect;
    this.registry = new SchemaRegistry(dialect, json);
  }

  @Override
  public Dataset ensure(Dataset declared) {
    // One at a time in this process, so that waiting for the others takes one connection at most.
    changing.lock();
    try {
      return dialect
          .schemaLock()
          .map(lock -> store.guarded(lock, () -> store.transact(tx -> ensure(tx, declared))))
          .orElseGet(() -> store.transact(tx -> ensure(tx, declared)));
    } finally {
      changing.unlock();
    }
  }

  @Override
  public List<Dataset> list() {
    return store.look(registry::list).stream().map(SchemaRegistry.Version::dataset).toList();
  }

  @Override
  public Optional<Dataset> find(String name) {
    return list().stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  private Dataset ensure(JdbcStoreTransaction transaction, Dataset declared) throws SQLException {
    SchemaRegistry.Change change = registry.ensure(transaction.handle(), declared, store.now());
    if (change.made()) {
      transaction.append(
          DATASET_CHANGED,
          declared.name(),
          Map.of("version", change.version().number(), "added", change.added()));
    }
    return change.version().dataset();
  }
}
