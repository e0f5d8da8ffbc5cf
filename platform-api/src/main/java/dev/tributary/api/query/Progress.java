package dev.tributary.api.query;

import java.time.Duration;

/** Is told how far a question has got. */
@FunctionalInterface
public interface Progress {
  /** Is told and does nothing. */
  Progress NONE = step -> {};

  /**
   * Takes note of a step. Must return soon and not throw.
   *
   * @param step what begins or has ended
   */
  void step(Step step);

  /**
   * A step of a question.
   *
   * @param stage which
   * @param ended false when it begins, true when it has ended
   * @param attempt which attempt at SQL this is, from 1
   * @param elapsed how long the step took; zero when it begins
   * @param detail what came of it, such as the SQL or the error; empty for nothing
   * @param tokens what a language model took in this step
   */
  record Step(
      Stage stage,
      boolean ended,
      int attempt,
      Duration elapsed,
      String detail,
      TokenUsage tokens) {}
}
