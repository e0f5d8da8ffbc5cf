package dev.tributary.nl2sql;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the gate says of a statement. Immutable. */
public sealed interface Verdict {

  /**
   * Tells whether the statement may run.
   *
   * @return true if it is {@link Allowed}
   */
  default boolean allowed() {
    return this instanceof Allowed;
  }

  /**
   * The statement may run, as it is written here and in no other way.
   *
   * @param sql the SQL to run, written anew from what was examined
   * @param tables the tables it reads, in lower case and in order, with a schema where one is
   *     written
   * @param columns the columns it reads, in lower case, with their table where that is known
   * @param functions the functions it calls, in lower case
   * @param limits what was done to bound the result
   */
  record Allowed(
      String sql,
      Set<String> tables,
      Set<String> columns,
      Set<String> functions,
      List<String> limits)
      implements Verdict {
    /**
     * Copies the collections.
     *
     * @param sql the SQL to run
     * @param tables the tables it reads
     * @param columns the columns it reads
     * @param functions the functions it calls
     * @param limits what was done to bound the result
     */
    public Allowed {
      tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
      columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
      functions = Collections.unmodifiableSet(new LinkedHashSet<>(functions));
      limits = List.copyOf(limits);
    }
  }

  /**
   * The statement may not run.
   *
   * @param violations why; at least one
   */
  record Rejected(List<Violation> violations) implements Verdict {
    /**
     * Copies the list.
     *
     * @param violations why
     */
    public Rejected {
      violations = List.copyOf(violations);
    }
  }
}
