package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** What JDBC alone offers: a transaction asked to be read-only, and rolled back. */
final class StandardSession implements ReadOnlySession {

  @Override
  public void begin(Connection connection, long millis) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  @Override
  public void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
  }
}
