package dev.tributary.embedded.internal.ask;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreEngine;
import dev.tributary.embedded.internal.origin.StoreOrigin;
import dev.tributary.nl2sql.InMemoryResultCache;
import dev.tributary.nl2sql.Nl2Sql;
import dev.tributary.nl2sql.RowDescriber;
import dev.tributary.nl2sql.SqlDialect;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** Puts together what answers questions about a central store. */
public final class QuestionEngine {
  private QuestionEngine() {}

  /**
   * Makes an engine.
   *
   * @param store the store
   * @param sources what feeds it
   * @param clock the time
   * @return the engine
   */
  public static QueryEngine over(CentralStore store, Sources sources, InstantSource clock) {
    return Nl2Sql.builder(
            dialect(store.engine()),
            store.guests(),
            () -> DatasetTables.schema(store.datasets().list(), clock.instant()))
        .describer(RowDescriber.ofDefaults())
        .cache(InMemoryResultCache.ofDefaults(clock))
        .origin(
            new StoreOrigin(
                sources,
                store.datasets().list().stream().map(Dataset::name).collect(Collectors.toSet()),
                store.events()))
        .clock(clock)
        .build();
  }

  private static SqlDialect dialect(StoreEngine engine) {
    return switch (engine) {
      case SQLITE -> SqlDialect.SQLITE;
      case POSTGRESQL -> SqlDialect.POSTGRESQL;
      case MYSQL -> SqlDialect.MYSQL;
    };
  }
}
