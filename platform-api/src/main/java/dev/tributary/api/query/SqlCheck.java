package dev.tributary.api.query;

import java.util.List;

/**
 * Whether SQL may run.
 *
 * @param allowed true if it may
 * @param sql the SQL that would run, written anew from what was examined; empty if it may not
 * @param tables the tables it reads
 * @param columns the columns it reads
 * @param violations why it may not run; empty if it may
 */
public record SqlCheck(
    boolean allowed,
    String sql,
    List<String> tables,
    List<String> columns,
    List<SqlViolation> violations) {
  /**
   * Copies the lists.
   *
   * @param allowed whether it may run
   * @param sql the SQL that would run
   * @param tables the tables it reads
   * @param columns the columns it reads
   * @param violations why it may not run
   */
  public SqlCheck {
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    violations = List.copyOf(violations);
  }
}
