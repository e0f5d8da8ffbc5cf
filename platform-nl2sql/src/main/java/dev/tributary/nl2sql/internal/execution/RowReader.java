package dev.tributary.nl2sql.internal.execution;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads rows up to the caps; looks at every row whether the query was stopped. */
final class RowReader {
  private static final int BYTES_OF_A_NUMBER = 16;

  private final Caps caps;
  private final BooleanSupplier stopped;

  RowReader(Caps caps, BooleanSupplier stopped) {
    this.caps = caps;
    this.stopped = stopped;
  }

  Fetched read(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      names.add(meta.getColumnLabel(column));
      types.add(meta.getColumnTypeName(column));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    long bytes = 0;
    while (!stopped.getAsBoolean() && result.next()) {
      if (rows.size() == caps.rows()) {
        return new Fetched(names, types, rows, true, false);
      }
      List<@Nullable Object> row = row(result, names.size());
      bytes += size(row);
      if (bytes > caps.bytes()) {
        return new Fetched(names, types, rows, false, true);
      }
      rows.add(Collections.unmodifiableList(row));
    }
    return new Fetched(names, types, rows, false, false);
  }

  private List<@Nullable Object> row(ResultSet result, int width) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>(width);
    for (int column = 1; column <= width; column++) {
      row.add(detached(result.getObject(column)));
    }
    return row;
  }

  /** Values must outlive the connection, and a value as large as the cap is enough of one. */
  private @Nullable Object detached(@Nullable Object value) throws SQLException {
    int most = (int) Math.min(Integer.MAX_VALUE - 8, caps.bytes() + 1);
    return switch (value) {
      case null -> null;
      case Clob clob -> clob.getSubString(1, most);
      case Blob blob -> blob.getBytes(1, most);
      case Array array -> String.valueOf(array);
      case String text -> text;
      case Number number -> number;
      case Boolean truth -> truth;
      case byte[] bytes -> bytes;
      default -> portable(value);
    };
  }

  private static Object portable(Object value) {
    String type = value.getClass().getName();
    return type.startsWith("java.") ? value : value.toString();
  }

  private static long size(List<@Nullable Object> row) {
    long size = 0;
    for (Object value : row) {
      size +=
          switch (value) {
            case null -> 1;
            case String text -> length(text);
            case byte[] bytes -> bytes.length;
            default -> BYTES_OF_A_NUMBER;
          };
    }
    return size;
  }

  private static long length(String text) {
    // Exact counting of long texts would copy them.
    return text.length() > 1024 ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
