package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn.Profile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the values of one table, at no more rows of it than the limits say. */
final class TableLook {
  private final Connection connection;
  private final Quoting quoting;
  private final Limits limits;
  private final RawTable table;
  private final long rows;
  private final String source;

  TableLook(Connection connection, Quoting quoting, Limits limits, RawTable table)
      throws SQLException {
    this.connection = connection;
    this.quoting = quoting;
    this.limits = limits;
    this.table = table;
    String live = limits.tombstones().live(table.name(), quoting);
    this.rows = number("SELECT COUNT(*) FROM " + live);
    this.source =
        rows <= limits.profileRows()
            ? live
            : "(SELECT * FROM " + live + " LIMIT " + limits.profileRows() + ") part";
  }

  long rows() {
    return rows;
  }

  Map<String, ColumnLook> columns() throws SQLException {
    Map<String, ColumnLook> looks = new LinkedHashMap<>();
    for (RawColumn column : table.columns()) {
      looks.put(column.name(), look(column));
    }
    return looks;
  }

  private ColumnLook look(RawColumn column) throws SQLException {
    Kind declared = Kinds.declared(column);
    if (declared == Kind.OTHER) {
      return new ColumnLook(declared, Profile.UNKNOWN, List.of());
    }
    List<String> values = declared == Kind.NUMBER ? List.of() : values(column, limits.values() + 1);
    Kind kind = Kinds.judged(column, values);
    boolean hidden = limits.hides(table.name(), column.name());
    boolean few = values.size() <= limits.values();
    boolean words = kind == Kind.TEXT || kind == Kind.BOOLEAN;
    return new ColumnLook(
        kind, profile(column, hidden), words && few && !hidden ? values : List.of());
  }

  private Profile profile(RawColumn column, boolean hidden) throws SQLException {
    String name = quoting.ordered(column);
    String sql =
        "SELECT COUNT(DISTINCT %1$s), COUNT(*) - COUNT(%1$s), MIN(%1$s), MAX(%1$s) FROM %2$s"
            .formatted(name, source);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new Profile(
          row.getLong(1),
          row.getLong(2),
          hidden ? "" : text(row.getString(3)),
          hidden ? "" : text(row.getString(4)),
          hidden ? List.of() : values(column, limits.samples()));
    }
  }

  private List<String> values(RawColumn column, int most) throws SQLException {
    String name = quoting.ordered(column);
    String sql =
        "SELECT %1$s FROM %2$s WHERE %1$s IS NOT NULL GROUP BY %1$s ORDER BY COUNT(*) DESC, %1$s LIMIT %3$s"
            .formatted(name, source, most);
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        String value = text(found.getString(1));
        if (value.length() <= limits.valueLength()) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
