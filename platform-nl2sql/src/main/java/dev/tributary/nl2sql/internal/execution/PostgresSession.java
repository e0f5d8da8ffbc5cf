package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A read-only transaction that is rolled back. PostgreSQL does not let a transaction that has begun
 * read-only become writable, nor change its own limits in retrospect.
 */
final class PostgresSession implements ReadOnlySession {

  @Override
  public void begin(Connection connection, long millis) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ ONLY");
      statement.execute("SET LOCAL statement_timeout = " + millis);
      statement.execute("SET LOCAL standard_conforming_strings = on");
    }
  }

  @Override
  public void end(Connection connection) throws SQLException {
    connection.rollback();
    try (Statement statement = connection.createStatement()) {
      // Locks of the session outlive its transactions.
      statement.execute("SELECT pg_advisory_unlock_all()");
    }
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
