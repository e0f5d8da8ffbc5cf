package dev.tributary.http.internal.query;

import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;

/** A step of a question, as it begins and as it ends. */
record StepAnswer(
    Stage stage,
    boolean ended,
    int attempt,
    double elapsedMs,
    String detail,
    TokenUsage tokenUsage) {

  static StepAnswer of(Progress.Step step) {
    return new StepAnswer(
        step.stage(),
        step.ended(),
        step.attempt(),
        Elapsed.millis(step.elapsed()),
        step.detail(),
        step.tokens());
  }
}
