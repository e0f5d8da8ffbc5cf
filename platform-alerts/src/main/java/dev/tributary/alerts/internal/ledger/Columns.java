package dev.tributary.alerts.internal.ledger;

import dev.tributary.core.StoreTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Columns {
  private Columns() {}

  static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : StoreTime.text(time);
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : StoreTime.parse(text);
  }

  static Instant requiredTime(ResultSet row, String column) throws SQLException {
    return StoreTime.parse(row.getString(column));
  }

  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E word(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
  }
}
