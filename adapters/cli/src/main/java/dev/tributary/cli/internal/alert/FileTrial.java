package dev.tributary.cli.internal.alert;

import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A rule that is tried while the events of a file go by. Not thread-safe. */
public final class FileTrial {
  private final AlertRule rule;
  private final RuleEvaluator evaluator;
  private final List<Transition> transitions = new ArrayList<>();

  /**
   * Begins a trial.
   *
   * @param rule the rule
   * @param from from when on to watch
   */
  public FileTrial(AlertRule rule, Instant from) {
    this.rule = rule;
    this.evaluator = RuleEvaluator.of(rule, from);
  }

  /**
   * Takes an event.
   *
   * @param event the next one of the file
   */
  public void accept(MetricEvent event) {
    transitions.addAll(evaluator.accept(event));
  }

  /**
   * Ends the trial, and shows what came of it.
   *
   * @param until up to when windows are looked at
   * @param report shows it
   */
  public void end(Instant until, TrialReport report) {
    transitions.addAll(evaluator.advance(until));
    report.write(rule, transitions, evaluator.counts());
  }
}
