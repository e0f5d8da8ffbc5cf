package dev.tributary.nl2sql.internal.watch;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.QuestionListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners as one; a broken one keeps nothing from the others. */
public final class Listeners implements QuestionListener {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  private final List<QuestionListener> all;

  /**
   * Makes one of several.
   *
   * @param all the listeners
   */
  public Listeners(List<QuestionListener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void step(Question question, Progress.Step step) {
    each(listener -> listener.step(question, step));
  }

  @Override
  public void finished(
      Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {
    each(listener -> listener.finished(question, outcome, steps, elapsed));
  }

  private void each(Consumer<QuestionListener> told) {
    for (QuestionListener listener : all) {
      try {
        told.accept(listener);
      } catch (RuntimeException broken) {
        LOG.log(System.Logger.Level.WARNING, "a listener failed", broken);
      }
    }
  }
}
