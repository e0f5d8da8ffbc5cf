package dev.tributary.nl2sql.internal.execution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A read-only transaction that is rolled back, with the server's own limit on the time. */
final class MysqlSession implements ReadOnlySession {
  private String limit = "";
  private String before = "0";

  @Override
  public void begin(Connection connection, long millis) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    boolean maria = product.contains("mariadb");
    limit = maria ? "max_statement_time" : "max_execution_time";
    try (Statement statement = connection.createStatement()) {
      try (ResultSet setting = statement.executeQuery("SELECT @@SESSION." + limit)) {
        before = setting.next() ? setting.getString(1) : "0";
      }
      // MariaDB counts seconds, MySQL milliseconds.
      String value =
          maria
              ? millis / 1000 + "." + String.format(Locale.ROOT, "%03d", millis % 1000)
              : "" + millis;
      statement.execute("SET SESSION " + limit + " = " + value);
      statement.execute("START TRANSACTION READ ONLY");
    }
  }

  @Override
  public void end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      statement.execute("SET SESSION " + limit + " = " + before);
      // Locks of the session outlive its transactions.
      statement.execute("DO RELEASE_ALL_LOCKS()");
    }
  }
}
