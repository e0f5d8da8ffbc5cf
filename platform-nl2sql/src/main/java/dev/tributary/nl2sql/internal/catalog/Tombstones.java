package dev.tributary.nl2sql.internal.catalog;

import java.util.Locale;
import java.util.Set;

/**
 * Which tables keep deleted rows, which nobody sees.
 *
 * @param tables the names of the tables, in lower case
 * @param mark the column that says when a row was deleted; null in those that are there
 */
public record Tombstones(Set<String> tables, String mark) {
  /** No table does. */
  public static final Tombstones NONE = new Tombstones(Set.of(), "");

  /** The rows of a table that are there, as a query reads them. */
  String live(String table, Quoting quoting) {
    String name = quoting.name(table);
    return tables.contains(table.toLowerCase(Locale.ROOT))
        ? "(SELECT * FROM " + name + " WHERE " + quoting.name(mark) + " IS NULL) live"
        : name;
  }
}
