package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with the values of its placeholders.
 *
 * @param sql the text
 * @param binds the values in the order of the placeholders
 */
public record Fragment(String sql, List<Bind> binds) {

  /** Copies the values. */
  public Fragment {
    binds = List.copyOf(binds);
  }

  /**
   * A piece with some values of one column.
   *
   * @param sql the text
   * @param column the column that all the values are of
   * @param values the values in the order of the placeholders
   * @return the piece
   */
  public static Fragment of(String sql, TableColumn column, KeyValue... values) {
    return new Fragment(
        sql, List.of(values).stream().map(value -> new Bind(column, value)).toList());
  }

  /**
   * A piece without placeholders.
   *
   * @param sql the text
   * @return the piece
   */
  public static Fragment plain(String sql) {
    return new Fragment(sql, List.of());
  }

  /**
   * Several conditions that all have to hold.
   *
   * @param conditions the conditions
   * @return one condition; true if there are none
   */
  public static Fragment all(List<Fragment> conditions) {
    if (conditions.isEmpty()) {
      return plain("1 = 1");
    }
    List<Bind> binds = new ArrayList<>();
    conditions.forEach(condition -> binds.addAll(condition.binds()));
    return new Fragment(
        String.join(" AND ", conditions.stream().map(Fragment::sql).toList()), binds);
  }

  /**
   * A value to put in the place of a placeholder.
   *
   * @param column the column it is compared with
   * @param value the value
   */
  public record Bind(TableColumn column, KeyValue value) {}
}
