package dev.tributary.nl2sql;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.ResultCache;
import dev.tributary.nl2sql.internal.pipeline.SqlRunner;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.tombstone.LiveRows;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** Runs queries read-only, each with its own cap of rows. Thread-safe. */
final class Runner implements SqlRunner {
  private final SqlDialect dialect;
  private final DataSource connections;
  private final LiveRows live;
  private final QueryLimits limits;
  private final InstantSource clock;
  private final LongSupplier ticker;

  Runner(
      SqlDialect dialect,
      DataSource connections,
      LiveRows live,
      QueryLimits limits,
      InstantSource clock,
      LongSupplier ticker) {
    this.dialect = dialect;
    this.connections = connections;
    this.live = live;
    this.limits = limits;
    this.clock = clock;
    this.ticker = ticker;
  }

  @Override
  public ResultCache.Rows run(String sql, int maxRows) {
    QueryResult result =
        ReadOnlyQuery.builder(dialect, connections)
            .limits(limits.withRows(maxRows))
            .ticker(ticker)
            .build()
            .run(live(sql));
    return new ResultCache.Rows(
        result.columns().stream()
            .map(column -> new ResultCache.Column(column.name(), column.type()))
            .toList(),
        result.rows(),
        result.cut() != QueryResult.Cut.NONE,
        result.elapsed(),
        clock.instant());
  }

  private String live(String sql) {
    try {
      return live.of(sql);
    } catch (RefusedException unclear) {
      throw new PlatformException(
          QueryError.REFUSED_BY_SERVER,
          "rows that are gone from their source cannot be left out of this SQL; write it in plainer"
              + " SQL",
          unclear);
    }
  }
}
