package dev.tributary.alerts;

import dev.tributary.alerts.internal.evaluate.Evaluation;
import dev.tributary.alerts.internal.evaluate.KeptEvaluation;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Evaluates one rule: events go in, transitions come out. It has no clock: time is that of the
 * events, and of {@link #advance}, which a live caller calls with its clock minus the rule's
 * lateness so that silence is noticed. The same events and advances in the same order give the same
 * transitions, live, after a restart and in a {@link Backtest}. Not thread-safe.
 */
public final class RuleEvaluator {
  private final Evaluation evaluation;
  private final KeptEvaluation kept;

  private RuleEvaluator(AlertRule rule) {
    this.evaluation = new Evaluation(rule, Detectors::maker);
    this.kept = new KeptEvaluation(rule.id(), evaluation);
  }

  /**
   * Begins to evaluate a rule.
   *
   * @param rule the rule
   * @param from from when on to watch: earlier events are late, and for a rule that is not
   *     evaluated per label silence counts from here
   * @return an evaluator that has seen nothing
   * @throws dev.tributary.api.error.PlatformException if the rule names a detector that there is
   *     not
   */
  public static RuleEvaluator of(AlertRule rule, Instant from) {
    RuleEvaluator evaluator = new RuleEvaluator(rule);
    evaluator.evaluation.begin(from.toEpochMilli());
    return evaluator;
  }

  /**
   * Goes on where another evaluator of the rule was saved.
   *
   * @param rule the same rule
   * @param in where to read
   * @return an evaluator that has seen what the other one had
   * @throws IOException if reading fails
   */
  public static RuleEvaluator restored(AlertRule rule, DataInput in) throws IOException {
    RuleEvaluator evaluator = new RuleEvaluator(rule);
    evaluator.evaluation.restore(in);
    return evaluator;
  }

  /**
   * Goes on where an evaluator of the rule was stored.
   *
   * @param rule the same rule
   * @param state what a store has kept of it, which must not be {@link WindowState#none()}
   * @return an evaluator that has seen what the other one had
   * @throws IllegalArgumentException if nothing was kept
   */
  public static RuleEvaluator restored(AlertRule rule, WindowState state) {
    if (state.revision() == WindowState.NONE) {
      throw new IllegalArgumentException(
          "Nothing is kept of rule '" + rule.id() + "': begin it with of(rule, from)");
    }
    RuleEvaluator evaluator = new RuleEvaluator(rule);
    evaluator.evaluation.restore(state.records());
    return evaluator;
  }

  /**
   * Takes an event. One that the rule is not about is ignored; one that is late, belongs to a
   * series beyond the limit or has no finite value is counted.
   *
   * @param event the event
   * @return what it changes, in the order of time
   */
  public List<Transition> accept(MetricEvent event) {
    return evaluation.accept(event);
  }

  /**
   * Closes the windows that end up to a moment. Events before it are late from now on.
   *
   * @param watermark the moment; one that has been passed is ignored
   * @return what that changes, in the order of time
   */
  public List<Transition> advance(Instant watermark) {
    return evaluation.advance(watermark.toEpochMilli());
  }

  /**
   * The alerts of all series that have had a window.
   *
   * @return the alerts in a stable order
   */
  public List<AlertStatus> alerts() {
    return evaluation.alerts();
  }

  /**
   * What became of the events so far.
   *
   * @return the counts
   */
  public EventCounts counts() {
    return evaluation.counts();
  }

  /**
   * Writes everything that {@link #restored} needs.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void save(DataOutput out) throws IOException {
    evaluation.save(out);
  }

  /**
   * Stores what became different since the last time; everything, the first time and wherever the
   * store holds something else.
   *
   * @param store where to
   * @param revision how far the evaluator is, such as a place in a log of events; later than the
   *     last time
   * @throws dev.tributary.api.error.PlatformException if the store does not work; the next time
   *     stores everything
   */
  public void save(WindowStore store, long revision) {
    kept.keep(store, revision, List.of());
  }
}
