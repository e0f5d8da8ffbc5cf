package dev.tributary.nl2sql.internal.check;

import java.util.Set;

/**
 * A table as the catalog describes it.
 *
 * @param name its name as declared
 * @param columns the folded names of the columns a query may read
 * @param hidden the folded names of the columns it may not
 */
public record KnownTable(String name, Set<String> columns, Set<String> hidden) {
  /**
   * Copies the sets.
   *
   * @param name its name as declared
   * @param columns the folded names of the columns a query may read
   * @param hidden the folded names of the columns it may not
   */
  public KnownTable {
    columns = Set.copyOf(columns);
    hidden = Set.copyOf(hidden);
  }
}
