package dev.tributary.api.query;

import java.time.Duration;
import java.util.List;

/**
 * Is told of every question that is asked, for metrics, events and logs, and of every SQL that
 * somebody has run, as of a question in these words. Its methods return soon; what they throw is
 * logged and otherwise ignored. Implementations are thread-safe.
 */
public interface QuestionListener {
  /** Is told and does nothing. */
  QuestionListener NONE =
      new QuestionListener() {
        @Override
        public void step(Question question, Progress.Step step) {}

        @Override
        public void finished(
            Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {}
      };

  /**
   * Takes note of a step, as {@link Progress} does.
   *
   * @param question what is asked
   * @param step what begins or has ended
   */
  void step(Question question, Progress.Step step);

  /**
   * Takes note of what became of a question.
   *
   * @param question what was asked
   * @param outcome what became of it
   * @param steps the steps that were taken, as they ended
   * @param elapsed how long it took
   */
  void finished(Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed);
}
