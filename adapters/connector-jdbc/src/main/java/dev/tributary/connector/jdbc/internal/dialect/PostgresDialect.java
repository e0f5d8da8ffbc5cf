package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. The driver's binary transfer is off, so every value comes as the server's own text
 * and a cast of that text gives the same value back.
 */
final class PostgresDialect implements Dialect {
  private final ZoneId zone;

  PostgresDialect(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String placeholder(TableColumn column) {
    return "CAST(? AS " + column.declared() + ")";
  }

  @Override
  public boolean comparesRows() {
    return true;
  }

  @Override
  public boolean holdsQueries() {
    return true;
  }

  @Override
  public boolean comparable(TableColumn column) {
    return switch (column.base()) {
      case "float4",
          "float8",
          "json",
          "xml",
          "point",
          "box",
          "line",
          "lseg",
          "path",
          "polygon",
          "circle" ->
          false;
      default -> true;
    };
  }

  @Override
  public void bind(PreparedStatement statement, int index, Fragment.Bind bind) throws SQLException {
    statement.setString(index, bind.value().text());
  }

  @Override
  public @Nullable KeyValue keyValue(ResultSet row, int index, TableColumn column)
      throws SQLException {
    String text = row.getString(index);
    return text == null ? null : KeyValue.text(text);
  }

  @Override
  public @Nullable Object value(ResultSet row, int index, TableColumn column) throws SQLException {
    String text = row.getString(index);
    if (text == null) {
      return null;
    }
    return switch (column.type()) {
      case INTEGER -> Numbers.longOr(text);
      case DECIMAL -> Numbers.decimalOr(text);
      case DOUBLE -> Numbers.doubleOr(text);
      case BOOLEAN -> text.startsWith("t");
      case DATE -> Times.dateOr(text);
      case TIMESTAMP -> Times.instantOr(text, zone(column));
      case TEXT -> column.base().equals("bytea") ? text.substring("\\x".length()) : text;
    };
  }

  @Override
  public ZoneId zone(TableColumn column) {
    return column.base().equals("timestamptz") ? ZoneOffset.UTC : zone;
  }

  @Override
  public String presentUtc() {
    return "to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')";
  }

  @Override
  public Fragment notBefore(TableColumn column, LocalDateTime moment) {
    String text =
        switch (column.base()) {
          case "date" -> moment.toLocalDate().toString();
          case "timestamptz" -> Times.micros(moment) + "+00";
          default -> Times.micros(moment);
        };
    return Fragment.of(order(column) + " >= " + placeholder(column), column, KeyValue.text(text));
  }
}
