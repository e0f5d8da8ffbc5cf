package dev.tributary.cli.internal.ask;

import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a question of a file.
 *
 * @param id how the file names it
 * @param result what became of it
 * @param sql the SQL that answers it; empty if it is not answered
 * @param message how it was understood, or why it is not answered
 */
record Prediction(String id, Result result, String sql, String message) {

  /** What can become of a question. */
  enum Result {
    ANSWERED,
    CLARIFY,
    ABSTAIN
  }

  String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("outcome", result);
    if (result == Result.ANSWERED) {
      fields.put("sql", sql);
    }
    fields.put("message", message);
    return JsonText.of(fields);
  }
}
