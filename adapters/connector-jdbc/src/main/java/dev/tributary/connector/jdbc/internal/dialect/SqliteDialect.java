package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.api.dataset.ColumnType;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, where a value has a type and a column only suggests one. A query is never left open while
 * rows are worked on: in the rollback journal mode it would lock writers out.
 */
final class SqliteDialect implements Dialect {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final ZoneId zone;

  SqliteDialect(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String placeholder(TableColumn column) {
    return "?";
  }

  @Override
  public boolean comparesRows() {
    return true;
  }

  @Override
  public boolean holdsQueries() {
    return false;
  }

  @Override
  public boolean comparable(TableColumn column) {
    return true;
  }

  @Override
  public void bind(PreparedStatement statement, int index, Fragment.Bind bind) throws SQLException {
    String text = bind.value().text();
    switch (bind.value().kind()) {
      case INTEGER -> statement.setLong(index, Long.parseLong(text));
      case REAL -> statement.setDouble(index, Double.parseDouble(text));
      case TEXT -> statement.setString(index, text);
      case BLOB -> statement.setBytes(index, HexFormat.of().parseHex(text));
    }
  }

  @Override
  public @Nullable KeyValue keyValue(ResultSet row, int index, TableColumn column)
      throws SQLException {
    return switch (row.getObject(index)) {
      case null -> null;
      case Integer number -> new KeyValue(KeyValue.Kind.INTEGER, number.toString());
      case Long number -> new KeyValue(KeyValue.Kind.INTEGER, number.toString());
      case Double number -> new KeyValue(KeyValue.Kind.REAL, number.toString());
      case byte[] bytes -> new KeyValue(KeyValue.Kind.BLOB, HexFormat.of().formatHex(bytes));
      case Object text -> KeyValue.text(text.toString());
    };
  }

  @Override
  public @Nullable Object value(ResultSet row, int index, TableColumn column) throws SQLException {
    return switch (row.getObject(index)) {
      case null -> null;
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case Number number -> number(number, column.type());
      case Object text -> text(text.toString(), column.type());
    };
  }

  @Override
  public Scale scale(TableColumn column, KeyValue value) {
    return switch (value.kind()) {
      case INTEGER, REAL -> Scale.NUMBER;
      case TEXT -> Times.parse(value.text()).isPresent() ? Scale.TIME : Scale.NONE;
      case BLOB -> Scale.NONE;
    };
  }

  @Override
  public ZoneId zone(TableColumn column) {
    return zone;
  }

  @Override
  public String presentUtc() {
    return "strftime('%Y-%m-%d %H:%M:%f', 'now')";
  }

  /**
   * Texts of one day sort by what stands between date and time, a blank before a T. Both ways of
   * writing may stand in one column, so each is held to its own bound. The bound is cut to the
   * minute, because a text without seconds sorts before the same minute with them.
   */
  @Override
  public Fragment notBefore(TableColumn column, LocalDateTime moment) {
    String day = moment.toLocalDate().toString();
    String time = TIME.format(moment);
    String cursor = order(column);
    return Fragment.of(
        "(" + cursor + " >= ? AND NOT (" + cursor + " >= ? AND " + cursor + " < ?))",
        column,
        KeyValue.text(time.equals("00:00") ? day : day + " " + time),
        KeyValue.text(day + "T"),
        KeyValue.text(day + "T" + time));
  }

  private static Object number(Number number, ColumnType type) {
    boolean whole = !(number instanceof Double);
    return switch (type) {
      case INTEGER -> whole ? (Object) number.longValue() : number.toString();
      case DOUBLE -> Numbers.doubleOr(number.toString());
      case DECIMAL -> whole ? BigDecimal.valueOf(number.longValue()) : decimal(number);
      case BOOLEAN -> truth(number.toString());
      case DATE, TIMESTAMP, TEXT -> number.toString();
    };
  }

  private static Object decimal(Number number) {
    return Numbers.decimalOr(number.toString());
  }

  private Object text(String text, ColumnType type) {
    return switch (type) {
      case DATE -> Times.dateOr(text);
      case TIMESTAMP -> Times.instantOr(text, zone);
      case TEXT, INTEGER, DECIMAL, DOUBLE, BOOLEAN -> text;
    };
  }

  private static Object truth(String text) {
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      default -> text;
    };
  }
}
