package dev.tributary.http.internal.query;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows and nothing else. */
record SelectAnswer(
    List<String> columns,
    List<List<@Nullable Object>> rows,
    int rowCount,
    boolean cut,
    double executionTimeMs) {

  static SelectAnswer of(Answer answer) {
    return new SelectAnswer(
        answer.columns().stream().map(AnswerColumn::name).toList(),
        answer.rows(),
        answer.rows().size(),
        answer.cut(),
        Elapsed.millis(answer.elapsed()));
  }
}
