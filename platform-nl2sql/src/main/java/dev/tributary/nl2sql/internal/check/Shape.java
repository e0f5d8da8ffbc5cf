package dev.tributary.nl2sql.internal.check;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source of rows offers to the expressions around it.
 *
 * @param table the table behind it, or null if it is computed
 * @param columns the folded names it offers
 * @param hidden names it has but does not offer
 * @param open whether it may offer names that are not known here
 */
record Shape(@Nullable String table, Set<String> columns, Set<String> hidden, boolean open) {

  static Shape ofTable(String name, @Nullable KnownTable known) {
    return known == null
        ? new Shape(name, Set.of(), Set.of(), true)
        : new Shape(name, known.columns(), known.hidden(), false);
  }

  static Shape unknown() {
    return new Shape(null, Set.of(), Set.of(), true);
  }

  static Shape of(Set<String> columns, boolean open) {
    return new Shape(null, columns, Set.of(), open);
  }

  /** The same rows under other column names, as in {@code t(a, b)}. */
  Shape renamed(Set<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(names);
    // A shorter list renames the first columns only, so the others keep their names.
    all.addAll(columns);
    return new Shape(table, all, hidden, open);
  }

  /** The same rows with more columns. */
  Shape with(Set<String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(columns);
    all.addAll(more);
    return new Shape(table, all, hidden, open);
  }
}
