package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.connection.Lease;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One query that is being worked through. Its rows are fetched some at a time. */
final class Page implements AutoCloseable {
  private static final int MOST_FETCHED = 2_000;

  private final Lease lease;
  private final PreparedStatement statement;
  private final ResultSet result;
  private boolean exhausted;

  private Page(Lease lease, PreparedStatement statement, ResultSet result) {
    this.lease = lease;
    this.statement = statement;
    this.result = result;
  }

  static Page open(Lease lease, Dialect dialect, Fragment query, int rows) throws SQLException {
    lease.begin();
    PreparedStatement statement = lease.connection().prepareStatement(query.sql());
    try {
      statement.setFetchSize(Math.min(rows, MOST_FETCHED));
      for (int index = 0; index < query.binds().size(); index++) {
        dialect.bind(statement, index + 1, query.binds().get(index));
      }
      return new Page(lease, statement, statement.executeQuery());
    } catch (SQLException failed) {
      statement.close();
      throw failed;
    }
  }

  boolean next() throws SQLException {
    lease.begin();
    exhausted = !result.next();
    return !exhausted;
  }

  ResultSet row() {
    return result;
  }

  @Override
  public void close() throws SQLException {
    result.close();
    statement.close();
    lease.endTransaction();
  }

  /** Drops a query whose rows are still coming, without waiting for them. */
  void abandon() {
    lease.discard();
  }

  boolean exhausted() {
    return exhausted;
  }
}
