package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.ResultCache;

/** Runs SQL that the gate let pass. */
@FunctionalInterface
public interface SqlRunner {

  /**
   * Runs a query, read-only and within limits.
   *
   * @param sql the query
   * @param maxRows how many rows to keep at most
   * @return its rows
   * @throws dev.tributary.api.error.PlatformException if it does not run
   */
  ResultCache.Rows run(String sql, int maxRows);
}
