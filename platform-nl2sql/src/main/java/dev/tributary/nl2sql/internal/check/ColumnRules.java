package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.Collection;
import java.util.Set;
import java.util.function.IntSupplier;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** Which columns a query may read, by the names that are visible where the column stands. */
final class ColumnRules {
  private static final Set<String> CONSTANTS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "localtime",
          "localtimestamp",
          "true",
          "false",
          "null",
          "default",
          "unknown");

  private final boolean strict;
  private final FunctionRules functions;
  private final Spelling spelling;
  private final Found found;

  ColumnRules(boolean strict, FunctionRules functions, Spelling spelling, Found found) {
    this.strict = strict;
    this.functions = functions;
    this.spelling = spelling;
    this.found = found;
  }

  void insistOn(Column column, Scope scope) {
    String name = spelling.folded(column.getColumnName());
    String qualifier = qualifier(column);
    functions.insistOnColumn(name, qualifier, () -> spelling.position(column.getColumnName()));
    if (CONSTANTS.contains(name) && qualifier.isEmpty()) {
      return;
    }
    String owner = qualifier.isEmpty() ? owner(name, scope) : qualified(name, qualifier, scope);
    if (owner == null) {
      if (strict) {
        throw unknown(column.getColumnName(), name);
      }
      owner = qualifier;
    }
    found.columns().add(owner.isEmpty() ? name : owner + "." + name);
  }

  /** Insists that {@code *} shows nothing that is hidden. */
  void insistOnAll(Collection<Shape> sources, IntSupplier position) {
    for (Shape shape : sources) {
      if (!shape.hidden().isEmpty()) {
        throw new RefusedException(
            Rule.COLUMN_UNKNOWN,
            position.getAsInt(),
            "'*' would show columns of '" + shape.table() + "' that are hidden",
            "name the columns");
      }
      if (shape.table() != null) {
        shape.columns().forEach(column -> found.columns().add(shape.table() + "." + column));
      }
    }
  }

  /**
   * Finds who offers a name without qualifier. Columns of tables come first, on every level: a name
   * the query gives itself must not stand for a hidden column.
   */
  private @Nullable String owner(String name, Scope start) {
    for (Scope scope = start; scope != null; scope = scope.outer) {
      for (Shape shape : scope.sources.values()) {
        if (shape.hidden().contains(name)) {
          return null;
        }
        if (shape.columns().contains(name)) {
          return table(shape);
        }
      }
    }
    for (Scope scope = start; scope != null; scope = scope.outer) {
      if (scope.aliases.contains(name)) {
        return "";
      }
      if (scope.sources.values().stream().anyMatch(Shape::open)) {
        return scope.sources.size() == 1 ? table(scope.sources.values().iterator().next()) : "";
      }
    }
    return null;
  }

  private @Nullable String qualified(String name, String qualifier, Scope scope) {
    Shape shape = scope.source(qualifier);
    if (shape == null || shape.hidden().contains(name)) {
      return null;
    }
    return shape.columns().contains(name) || shape.open() ? table(shape) : null;
  }

  private static String table(Shape shape) {
    return shape.table() == null ? "" : shape.table();
  }

  private String qualifier(Column column) {
    return column.getTable() == null || column.getTable().getName() == null
        ? ""
        : spelling.folded(column.getTable().getName());
  }

  private RefusedException unknown(String written, String name) {
    return new RefusedException(
        Rule.COLUMN_UNKNOWN,
        spelling.position(written),
        "no table of the query has a column '" + name + "'",
        Names.isQuoted(written) ? "write text in single quotes" : "use a column of the catalog");
  }
}
