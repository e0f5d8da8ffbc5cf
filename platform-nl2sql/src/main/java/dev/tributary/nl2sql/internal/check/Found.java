package dev.tributary.nl2sql.internal.check;

import java.util.Set;
import java.util.TreeSet;

/** What a query touches, collected while it is examined. Not thread-safe. */
public final class Found {
  private final Set<String> tables = new TreeSet<>();
  private final Set<String> columns = new TreeSet<>();
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> derived = new TreeSet<>();

  /** Starts with nothing. */
  public Found() {}

  /**
   * The tables, with their schema where it is written.
   *
   * @return folded names in order
   */
  public Set<String> tables() {
    return tables;
  }

  /**
   * The columns, with their table where it is known.
   *
   * @return folded names in order
   */
  public Set<String> columns() {
    return columns;
  }

  /**
   * The functions.
   *
   * @return folded names in order
   */
  public Set<String> functions() {
    return functions;
  }

  /**
   * Names given within the query that may stand before a bracket: aliases with column lists, named
   * queries, types.
   *
   * @return folded names in order
   */
  public Set<String> derived() {
    return derived;
  }
}
