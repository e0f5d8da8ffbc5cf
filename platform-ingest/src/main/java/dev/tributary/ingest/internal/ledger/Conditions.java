package dev.tributary.ingest.internal.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to. Not thread-safe. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
  private final Map<String, Object> values = new HashMap<>();

  /** Narrows the list, unless there is no value to narrow it to. */
  Conditions and(String condition, String parameter, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(condition);
      values.put(parameter, value);
    }
    return this;
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> values() {
    return values;
  }
}
