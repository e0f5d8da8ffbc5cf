package dev.tributary.alerts;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule would have done: the transitions it makes of past events. It is the live evaluator
 * that runs.
 *
 * @param transitions what would have happened, in the order of time
 * @param alerts how things would stand at the end
 * @param counts what would have become of the events
 */
public record Backtest(List<Transition> transitions, List<AlertStatus> alerts, EventCounts counts) {
  /** Copies the lists. */
  public Backtest {
    transitions = List.copyOf(transitions);
    alerts = List.copyOf(alerts);
  }

  /**
   * Tries a rule.
   *
   * @param rule the rule
   * @param events past events in the order in which they came, or in the order of time
   * @param from from when on to watch
   * @param until up to when windows are looked at
   * @return what the rule would have done
   */
  public static Backtest run(
      AlertRule rule, Iterable<MetricEvent> events, Instant from, Instant until) {
    RuleEvaluator evaluator = RuleEvaluator.of(rule, from);
    List<Transition> transitions = new ArrayList<>();
    for (MetricEvent event : events) {
      transitions.addAll(evaluator.accept(event));
    }
    transitions.addAll(evaluator.advance(until));
    return new Backtest(transitions, evaluator.alerts(), evaluator.counts());
  }
}
