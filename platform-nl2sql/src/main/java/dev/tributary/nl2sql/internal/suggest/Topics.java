package dev.tributary.nl2sql.internal.suggest;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of a table questions can be grouped and measured by. */
final class Topics {
  private static final int FEWEST_NAMES = 2;
  private static final int MOST_NAMES = 40;

  /** Columns by which the platform keeps books. */
  private static final Set<String> BOOKKEEPING = Set.of("source_id", "run_id");

  private Topics() {}

  /** Columns with a few names, the fewest first. */
  static List<DataColumn> dimensions(DataTable table) {
    return table.columns().stream()
        .filter(column -> column.kind() == Kind.TEXT)
        .filter(column -> !BOOKKEEPING.contains(column.name()))
        .filter(column -> column.profile().distinct() >= FEWEST_NAMES)
        .filter(column -> column.profile().distinct() <= MOST_NAMES)
        .sorted(Comparator.comparingLong(column -> column.profile().distinct()))
        .toList();
  }

  /** Columns with amounts. */
  static List<DataColumn> measures(DataTable table) {
    return table.columns().stream()
        .filter(column -> column.kind() == Kind.NUMBER)
        .filter(column -> !table.primaryKey().contains(column.name()))
        .filter(column -> !column.name().endsWith("_id") && !column.name().equals("id"))
        .toList();
  }

  /** Whether rows have a time. */
  static boolean timed(DataTable table) {
    return Stream.of(Kind.DATE, Kind.TIMESTAMP)
        .anyMatch(kind -> table.columns().stream().anyMatch(column -> column.kind() == kind));
  }
}
