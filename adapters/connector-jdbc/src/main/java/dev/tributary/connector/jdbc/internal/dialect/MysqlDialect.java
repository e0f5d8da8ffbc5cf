package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MySQL and MariaDB. Temporal values are read as characters, because only so do the zero dates
 * survive. An enum is ordered by its characters on both sides, because the engine would order it by
 * place and compare it by characters.
 */
final class MysqlDialect implements Dialect {
  private static final Set<String> NUMBERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year");
  private static final Set<String> BYTES =
      Set.of(
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection",
          "bit");

  private final ZoneId zone;

  MysqlDialect(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String quote(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public String select(TableColumn column) {
    return switch (column.base()) {
      case "date", "datetime", "timestamp", "time", "year", "float", "double" ->
          "CAST(" + quote(column.name()) + " AS CHAR)";
      case "tinyint" ->
          column.declared().startsWith("tinyint(1)")
              ? quote(column.name()) + " + 0"
              : quote(column.name());
      case "bit" -> "HEX(" + quote(column.name()) + ")";
      default -> quote(column.name());
    };
  }

  @Override
  public String order(TableColumn column) {
    return switch (column.base()) {
      case "enum", "set" -> "CAST(" + quote(column.name()) + " AS CHAR)";
      default -> quote(column.name());
    };
  }

  @Override
  public String placeholder(TableColumn column) {
    return switch (column.base()) {
      case "datetime", "timestamp" -> "CAST(? AS DATETIME(6))";
      case "date" -> "CAST(? AS DATE)";
      case "time" -> "CAST(? AS TIME(6))";
      default -> "?";
    };
  }

  @Override
  public boolean comparesRows() {
    return false;
  }

  @Override
  public boolean holdsQueries() {
    return true;
  }

  @Override
  public boolean comparable(TableColumn column) {
    return switch (column.base()) {
      case "float", "double", "json", "bit", "geometry", "point" -> false;
      default -> true;
    };
  }

  @Override
  public void bind(PreparedStatement statement, int index, Fragment.Bind bind) throws SQLException {
    KeyValue value = bind.value();
    if (value.kind() == KeyValue.Kind.BLOB) {
      statement.setBytes(index, HexFormat.of().parseHex(value.text()));
    } else if (NUMBERS.contains(bind.column().base())) {
      // As a text it would be compared as a double, and large numbers would be rounded.
      statement.setBigDecimal(index, new BigDecimal(value.text()));
    } else {
      statement.setString(index, value.text());
    }
  }

  @Override
  public @Nullable KeyValue keyValue(ResultSet row, int index, TableColumn column)
      throws SQLException {
    if (BYTES.contains(column.base())) {
      byte[] bytes = row.getBytes(index);
      return bytes == null
          ? null
          : new KeyValue(KeyValue.Kind.BLOB, HexFormat.of().formatHex(bytes));
    }
    String text = row.getString(index);
    return text == null ? null : KeyValue.text(text);
  }

  @Override
  public @Nullable Object value(ResultSet row, int index, TableColumn column) throws SQLException {
    if (column.base().equals("bit")) {
      return bit(row.getString(index), column);
    }
    if (BYTES.contains(column.base())) {
      byte[] bytes = row.getBytes(index);
      return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
    String text = row.getString(index);
    return text == null ? null : value(text, column);
  }

  @Override
  public ZoneId zone(TableColumn column) {
    return column.base().equals("timestamp") ? ZoneOffset.UTC : zone;
  }

  @Override
  public String presentUtc() {
    return "CAST(UTC_TIMESTAMP(6) AS CHAR)";
  }

  @Override
  public Fragment notBefore(TableColumn column, LocalDateTime moment) {
    String text =
        column.base().equals("date") ? moment.toLocalDate().toString() : Times.micros(moment);
    return Fragment.of(order(column) + " >= " + placeholder(column), column, KeyValue.text(text));
  }

  private Object value(String text, TableColumn column) {
    return switch (column.type()) {
      case INTEGER -> Numbers.longOr(text);
      case DECIMAL -> Numbers.decimalOr(text);
      case DOUBLE -> Numbers.doubleOr(text);
      case BOOLEAN -> truth(text);
      case DATE -> Times.dateOr(text);
      case TIMESTAMP -> Times.instantOr(text, zone(column));
      case TEXT -> text;
    };
  }

  /** A tinyint(1) holds any small number, and 2 is neither true nor false. */
  private static Object truth(String text) {
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      default -> text;
    };
  }

  private static @Nullable Object bit(@Nullable String hex, TableColumn column) {
    if (hex == null || !column.declared().equals("bit(1)")) {
      return hex;
    }
    return truth(hex.replaceFirst("^0(?=.)", ""));
  }
}
