package dev.tributary.nl2sql.internal.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.statement.select.WithCycleClause;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.select.WithSearchClause;
import org.jspecify.annotations.Nullable;

/** The columns that SEARCH and CYCLE add to a recursive query. */
final class RecursionNames {
  private RecursionNames() {}

  /**
   * Finds the columns that are added.
   *
   * @param item a named query
   * @param passOver takes the columns of the query itself that are listed and read nothing else
   * @param spelling how names are written
   * @return the folded names of the added columns
   */
  static Set<String> of(WithItem<?> item, Consumer<Object> passOver, Spelling spelling) {
    Set<String> names = new LinkedHashSet<>();
    WithSearchClause search = item.getSearchClause();
    if (search != null) {
      search.getSearchColumns().forEach(passOver);
      add(names, search.getSequenceColumnName(), spelling);
    }
    WithCycleClause cycle = item.getCycleClause();
    if (cycle != null) {
      cycle.getCycleColumns().forEach(passOver);
      add(names, cycle.getMarkColumnName(), spelling);
      add(names, cycle.getPathColumnName(), spelling);
    }
    return names;
  }

  private static void add(Set<String> names, @Nullable String name, Spelling spelling) {
    if (name != null) {
      names.add(spelling.folded(name));
    }
  }
}
