package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.api.dataset.ColumnType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ranks the columns that could serve as cursor: by what the name says about changes, then by type.
 * A column that nothing speaks for is left out.
 */
public final class CursorRanking {
  private static final Pattern CHANGED =
      Pattern.compile(".*(updat|modif|chang|last_?edit|version|revision|geaend).*");
  private static final Pattern ADDED =
      Pattern.compile(".*(creat|insert|added|occurred|event_?time|timestamp|booked|logged).*|ts");

  private CursorRanking() {}

  /**
   * Ranks the columns of a table.
   *
   * @param table the table
   * @return names of columns, best first, none if nothing suits
   */
  public static List<String> of(Table table) {
    return table.columns().stream()
        .filter(column -> score(table, column) > 0)
        .sorted(
            Comparator.comparingInt((TableColumn column) -> -score(table, column))
                .thenComparing(TableColumn::name))
        .map(TableColumn::name)
        .toList();
  }

  private static int score(Table table, TableColumn column) {
    String name = column.name().toLowerCase(Locale.ROOT);
    boolean time = column.type() == ColumnType.TIMESTAMP;
    boolean number = column.type() == ColumnType.INTEGER;
    if (!time && !number) {
      return 0;
    }
    int certain = column.nullable() ? 0 : 1;
    if (CHANGED.matcher(name).matches()) {
      return (time ? 90 : 70) + certain;
    }
    if (time) {
      return (ADDED.matcher(name).matches() ? 50 : 20) + certain;
    }
    return table.primaryKey().equals(List.of(column.name())) ? 40 : 0;
  }
}
