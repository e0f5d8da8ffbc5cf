package dev.tributary.cli.internal.ask;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in a form in which equal results are equal, whatever the order of their columns. */
final class Rows {
  private static final int SECONDS = 30;

  private Rows() {}

  static List<String> of(Connection connection, String sql, boolean ordered) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet result = statement.executeQuery(sql)) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            cells.add(cell(result.getObject(i)));
          }
          rows.add(cells.stream().sorted().toList().toString());
        }
      }
    }
    return ordered ? rows : rows.stream().sorted().toList();
  }

  private static String cell(@Nullable Object value) {
    return value instanceof Number number
        ? String.valueOf(Math.round(number.doubleValue() * 1e4) / 1e4)
        : String.valueOf(value).strip();
  }
}
