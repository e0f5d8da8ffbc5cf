package dev.tributary.http.internal.query;

import dev.tributary.api.query.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in short.
 *
 * @param outcome what became of the question
 * @param sql the SQL that ran; null without an answer
 * @param results the rows, each by the names of its columns
 * @param explanation what was done and found, the question back, or why it was declined
 * @param executionTimeMs how long the SQL took; null without an answer
 */
record NaturalAnswer(
    OutcomeAnswer.Kind outcome,
    @Nullable String sql,
    List<Map<String, @Nullable Object>> results,
    String explanation,
    @Nullable Double executionTimeMs) {

  static NaturalAnswer of(Answer answer) {
    return new NaturalAnswer(
        OutcomeAnswer.Kind.ANSWERED,
        answer.sql(),
        results(answer),
        (answer.summary() + " " + answer.explanation()).strip(),
        Elapsed.millis(answer.elapsed()));
  }

  static NaturalAnswer without(OutcomeAnswer.Kind outcome, String explanation) {
    return new NaturalAnswer(outcome, null, List.of(), explanation, null);
  }

  private static List<Map<String, @Nullable Object>> results(Answer answer) {
    List<String> names = names(answer);
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), row.get(i));
      }
      results.add(values);
    }
    return results;
  }

  /** Of columns of one name the second gets a number, so that none is lost. */
  private static List<String> names(Answer answer) {
    List<String> names = new ArrayList<>();
    for (var column : answer.columns()) {
      String name = column.name();
      for (int number = 2; names.contains(name); number++) {
        name = column.name() + "_" + number;
      }
      names.add(name);
    }
    return names;
  }
}
