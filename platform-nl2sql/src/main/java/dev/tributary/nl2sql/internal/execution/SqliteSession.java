package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite refuses every change of a database file while {@code query_only} is set. */
final class SqliteSession implements ReadOnlySession {
  private boolean wasQueryOnly;

  @Override
  public void begin(Connection connection, long millis) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet setting = statement.executeQuery("PRAGMA query_only")) {
        wasQueryOnly = setting.next() && setting.getInt(1) == 1;
      }
      statement.execute("PRAGMA query_only = 1");
    }
  }

  @Override
  public void end(Connection connection) throws SQLException {
    if (!wasQueryOnly) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = 0");
      }
    }
  }
}
