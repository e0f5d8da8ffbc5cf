package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.connector.jdbc.internal.catalog.Table;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.dialect.Fragment;
import dev.tributary.connector.jdbc.internal.dialect.KeyValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the queries over one table. */
final class Selection {
  private final Dialect dialect;
  private final Table table;

  Selection(Dialect dialect, Table table) {
    this.dialect = dialect;
    this.table = table;
  }

  /** Rows that meet some conditions, in an order; a limit of 0 is none. */
  Fragment rows(List<Fragment> conditions, Ordering ordering, int limit) {
    Fragment where = Fragment.all(conditions);
    String columns =
        table.columns().stream().map(dialect::select).collect(Collectors.joining(", "));
    String order =
        ordering.columns().stream().map(dialect::order).collect(Collectors.joining(", "));
    return new Fragment(
        "SELECT "
            + columns
            + from()
            + " WHERE "
            + where.sql()
            + (order.isEmpty() ? "" : " ORDER BY " + order)
            + (limit == 0 ? "" : " LIMIT " + limit),
        where.binds());
  }

  /** The cursor's largest value, with the database's time beside it. */
  Fragment upper(TableColumn cursor) {
    return Fragment.plain(
        "SELECT "
            + dialect.select(cursor)
            + ", "
            + dialect.presentUtc()
            + from()
            + " WHERE "
            + dialect.quote(cursor.name())
            + " IS NOT NULL ORDER BY "
            + dialect.order(cursor)
            + " DESC LIMIT 1");
  }

  Fragment atMost(TableColumn column, KeyValue value) {
    return compare(column, " <= ", value);
  }

  Fragment present(TableColumn column) {
    return Fragment.plain(dialect.quote(column.name()) + " IS NOT NULL");
  }

  Fragment anyAbsent(List<TableColumn> columns) {
    return Fragment.plain(
        columns.stream()
            .map(column -> dialect.quote(column.name()) + " IS NULL")
            .collect(Collectors.joining(" OR ", "(", ")")));
  }

  /**
   * What comes after a place in the order. Where two rows can share a place, everything at the
   * place comes again.
   */
  Fragment after(Ordering ordering, List<KeyValue> place) {
    List<TableColumn> columns = ordering.columns();
    if (!ordering.unique()) {
      return compare(columns.getFirst(), " >= ", place.getFirst());
    }
    return dialect.comparesRows() && columns.size() > 1
        ? rowAfter(columns, place)
        : laterFrom(columns, place, 0);
  }

  private Fragment rowAfter(List<TableColumn> columns, List<KeyValue> place) {
    List<Fragment.Bind> binds = new ArrayList<>();
    for (int index = 0; index < columns.size(); index++) {
      binds.add(new Fragment.Bind(columns.get(index), place.get(index)));
    }
    return new Fragment(
        columns.stream().map(dialect::order).collect(Collectors.joining(", ", "(", ") > "))
            + columns.stream()
                .map(dialect::placeholder)
                .collect(Collectors.joining(", ", "(", ")")),
        binds);
  }

  /** {@code a >= x AND (a > x OR b > y)}, which an index on (a, b) serves where rows are not. */
  private Fragment laterFrom(List<TableColumn> columns, List<KeyValue> place, int index) {
    TableColumn column = columns.get(index);
    KeyValue value = place.get(index);
    Fragment greater = compare(column, " > ", value);
    if (index == columns.size() - 1) {
      return greater;
    }
    Fragment notLess = compare(column, " >= ", value);
    Fragment rest = laterFrom(columns, place, index + 1);
    List<Fragment.Bind> binds = new ArrayList<>();
    Collections.addAll(binds, notLess.binds().getFirst(), greater.binds().getFirst());
    binds.addAll(rest.binds());
    return new Fragment(
        "(" + notLess.sql() + " AND (" + greater.sql() + " OR " + rest.sql() + "))", binds);
  }

  private Fragment compare(TableColumn column, String operator, KeyValue value) {
    return Fragment.of(
        dialect.order(column) + operator + dialect.placeholder(column), column, value);
  }

  private String from() {
    String schema = table.schema().isEmpty() ? "" : dialect.quote(table.schema()) + ".";
    return " FROM " + schema + dialect.quote(table.name());
  }
}
