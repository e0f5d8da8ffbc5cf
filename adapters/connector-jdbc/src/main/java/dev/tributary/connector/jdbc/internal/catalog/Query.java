package dev.tributary.connector.jdbc.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs one small query of a catalog. */
final class Query {
  private Query() {}

  static <T> List<T> rows(Connection connection, String sql, Reader<T> reader, String... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < arguments.length; index++) {
        statement.setString(index + 1, arguments[index]);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(result));
        }
        return rows;
      }
    }
  }

  /** Makes a value of the row a result stands on. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
