package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.SqlCheck;

/** Says whether SQL may run. */
@FunctionalInterface
public interface SqlExaminer {

  /**
   * Examines a statement.
   *
   * @param sql anything at all
   * @param schema what it may read
   * @return what the gate says
   */
  SqlCheck examine(String sql, DataSchema schema);
}
