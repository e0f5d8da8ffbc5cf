package dev.tributary.http.internal.query;

import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.SqlViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of SQL.
 *
 * @param valid whether it may run
 * @param errors why it may not
 * @param sql the SQL that would run, written anew from what was examined; null if it may not
 * @param tables the tables it reads
 * @param columns the columns it reads
 */
record ValidationAnswer(
    boolean valid,
    List<SqlViolation> errors,
    @Nullable String sql,
    List<String> tables,
    List<String> columns) {

  static ValidationAnswer of(SqlCheck check) {
    return new ValidationAnswer(
        check.allowed(),
        check.violations(),
        check.allowed() ? check.sql() : null,
        check.tables(),
        check.columns());
  }
}
