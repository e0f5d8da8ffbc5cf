package dev.tributary.api.query;

import java.util.Objects;

/**
 * SQL that somebody wrote.
 *
 * @param sql one statement
 * @param requestId what cancels it and names it in logs; empty for none
 * @param maxRows how many rows to return at most; 0 for the engine's own limit
 */
public record SqlQuery(String sql, String requestId, int maxRows) {
  /**
   * Checks the parts.
   *
   * @param sql one statement
   * @param requestId what cancels it
   * @param maxRows how many rows to return
   */
  public SqlQuery {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(requestId, "requestId");
    if (maxRows < 0) {
      throw new IllegalArgumentException("maxRows is " + maxRows + ": use 0 or more");
    }
  }

  /**
   * SQL with the engine's limits.
   *
   * @param sql one statement
   * @return the query
   */
  public static SqlQuery of(String sql) {
    return new SqlQuery(sql, "", 0);
  }
}
