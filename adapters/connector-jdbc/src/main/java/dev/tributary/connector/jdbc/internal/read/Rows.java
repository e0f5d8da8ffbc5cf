package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.connector.jdbc.internal.catalog.Table;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what a result stands on into rows and places of one table. */
final class Rows {
  private static final int BYTES_OF_VALUE = 16;

  private final Dialect dialect;
  private final Table table;
  private final List<TableColumn> key;
  // Columns of one table are one instance each; comparing them by value costs time in every row.
  private final IdentityHashMap<TableColumn, Integer> indexes = new IdentityHashMap<>();
  private long unnamed;

  Rows(Dialect dialect, Table table, List<TableColumn> key) {
    this.dialect = dialect;
    this.table = table;
    this.key = key;
    table.columns().forEach(column -> indexes.put(column, indexes.size() + 1));
  }

  /** The values of some columns, to go on from or to name the row by. */
  List<@Nullable KeyValue> keyValues(ResultSet row, List<TableColumn> columns) throws SQLException {
    List<@Nullable KeyValue> values = new ArrayList<>(columns.size());
    for (TableColumn column : columns) {
      values.add(dialect.keyValue(row, indexOf(column), column));
    }
    return values;
  }

  SourceRow row(ResultSet result) throws SQLException {
    @Nullable Object[] values = new Object[table.columns().size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = dialect.value(result, index + 1, table.columns().get(index));
    }
    return SourceRow.of(new SourcePosition.AtKey(table.name(), name(result)), values);
  }

  /** Roughly the bytes a row takes. */
  static long bytes(SourceRow row) {
    long bytes = 0;
    for (int index = 0; index < row.width(); index++) {
      bytes += row.value(index) instanceof String text ? text.length() : BYTES_OF_VALUE;
    }
    return bytes;
  }

  private int indexOf(TableColumn column) {
    return Objects.requireNonNull(indexes.get(column), column::name);
  }

  private String name(ResultSet result) throws SQLException {
    if (key.isEmpty()) {
      return "row " + ++unnamed;
    }
    StringBuilder name = new StringBuilder();
    for (KeyValue value : keyValues(result, key)) {
      name.append(name.isEmpty() ? "" : ",");
      name.append(value == null ? "null" : value.text().replace("\\", "\\\\").replace(",", "\\,"));
    }
    return name.toString();
  }
}
