package dev.tributary.nl2sql.internal.model;

import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTime;
import dev.tributary.nl2sql.internal.store.StoreHandle;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps what models said of tables in the central store. Thread-safe. */
public final class StoredDescriptions implements Descriptions {
  private final CentralStore store;
  private final InstantSource clock;

  /**
   * Makes it.
   *
   * @param store where the words are kept
   * @param clock dates them
   */
  public StoredDescriptions(CentralStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Optional<String> find(String id) {
    return store.read(connection -> {
      try (Handle handle = StoreHandle.over(connection)) {
        return said(handle, id);
      }
    });
  }

  /** Where another node was quicker, its words stand. */
  @Override
  public void keep(String id, String table, String model, String said) {
    store.write(transaction -> {
      try (Handle handle = StoreHandle.over(transaction.connection())) {
        return said(handle, id).isPresent()
            || handle
                    .createUpdate(
                        "INSERT INTO table_descriptions (id, table_name, model, said, described_at)"
                            + " VALUES (:id, :table, :model, :said, :at)")
                    .bind("id", id)
                    .bind("table", table)
                    .bind("model", model)
                    .bind("said", said)
                    .bind("at", StoreTime.text(clock.instant()))
                    .execute()
                == 1;
      }
    });
  }

  private static Optional<String> said(Handle handle, String id) {
    return handle
        .createQuery("SELECT said FROM table_descriptions WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }
}
