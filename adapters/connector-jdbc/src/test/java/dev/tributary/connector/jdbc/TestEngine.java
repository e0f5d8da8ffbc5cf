package dev.tributary.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A live database of one engine, with a way in for writers that does not go through a connector.
 */
interface TestEngine {

  /** Settings that reach it, without table and cursor. */
  Map<String, Object> settings();

  Map<String, String> secrets();

  /** A connection that may write. */
  Connection connect() throws SQLException;

  /** The type of a time that has fractions of a second. */
  String timeType();

  default void run(String... statements) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(String.join(";", statements), failed);
    }
  }
}
