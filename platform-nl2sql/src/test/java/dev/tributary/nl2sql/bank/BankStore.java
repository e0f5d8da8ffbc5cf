package dev.tributary.nl2sql.bank;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.CanonicalDatasets;
import dev.tributary.core.CentralStore;
import dev.tributary.core.DatasetWriter;
import dev.tributary.core.RowLineage;
import dev.tributary.core.StoreConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A central store with the canonical datasets of a made-up bank: the same rows every time. The
 * questions of {@code spec/bank-questions.yaml} are about it.
 */
public final class BankStore {
  /** The present of the questions: a Saturday. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private BankStore() {}

  /**
   * Opens a store and fills it.
   *
   * @param config an empty store
   * @return the store
   */
  public static CentralStore open(StoreConfig config) {
    CentralStore store = CentralStore.open(config, InstantSource.fixed(NOW));
    BankRows rows = new BankRows();
    List<BankRow> users = rows.users();
    write(store, "users", users);
    write(store, "transactions", rows.transactions(users));
    write(store, "login_events", rows.logins(users));
    return store;
  }

  private static void write(CentralStore store, String name, List<BankRow> rows) {
    Dataset dataset =
        store
            .datasets()
            .ensure(
                CanonicalDatasets.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow());
    for (String center : List.of("fra", "nyc", "sgp")) {
      store.<Integer, RuntimeException>write(transaction -> {
        DatasetWriter writer =
            transaction.writer(dataset, RowLineage.of(center + "-" + name, center, "run-1", NOW));
        for (BankRow row : rows) {
          if (row.center().equals(center)) {
            writer.add(values(dataset, row.values()));
          }
        }
        writer.flush();
        return 0;
      });
    }
  }

  private static Object[] values(Dataset dataset, Map<String, Object> row) {
    List<String> columns = dataset.columns().stream().map(Column::name).toList();
    if (!columns.containsAll(row.keySet())) {
      throw new IllegalStateException("no such columns: " + row.keySet());
    }
    return columns.stream().map(row::get).toArray();
  }
}
