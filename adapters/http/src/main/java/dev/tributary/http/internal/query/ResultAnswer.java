package dev.tributary.http.internal.query;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows, and everything needed to judge them. */
record ResultAnswer(
    String sql,
    List<AnswerColumn> columns,
    List<List<@Nullable Object>> rows,
    int rowCount,
    boolean cut,
    double executionTimeMs,
    ChartAnswer chart,
    List<Insight> insights,
    String explanation,
    List<String> followUps,
    Provenance provenance,
    String generator,
    TokenUsage tokenUsage,
    boolean fromCache,
    List<String> warnings) {

  static ResultAnswer of(Answer answer) {
    return new ResultAnswer(
        answer.sql(),
        answer.columns(),
        answer.rows(),
        answer.rows().size(),
        answer.cut(),
        Elapsed.millis(answer.elapsed()),
        ChartAnswer.of(answer.chart()),
        answer.insights(),
        answer.explanation(),
        answer.followUps(),
        answer.provenance(),
        answer.generator(),
        answer.tokens(),
        answer.fromCache(),
        answer.warnings());
  }
}
