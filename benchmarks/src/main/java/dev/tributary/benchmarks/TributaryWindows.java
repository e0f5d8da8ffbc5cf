package dev.tributary.benchmarks;

import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One rule for each window, with its alerts. */
final class TributaryWindows implements WindowEngine {
  private final List<RuleEvaluator> rules = new ArrayList<>();
  private long transitions;

  TributaryWindows(int windows) {
    for (int window = 0; window < windows; window++) {
      AlertRule rule =
          AlertRule.metric("logins")
              .id("logins-" + window)
              .per("user")
              .of(Aggregate.sum())
              .in(Window.sliding(LENGTHS.get(window)))
              .exceeds(THRESHOLDS.get(window))
              .build();
      rules.add(RuleEvaluator.of(rule, Instant.EPOCH));
    }
  }

  @Override
  public void feed(Logins logins) {
    for (MetricEvent event : logins.events) {
      for (RuleEvaluator rule : rules) {
        transitions += rule.accept(event).size();
      }
    }
    for (RuleEvaluator rule : rules) {
      transitions += rule.advance(Instant.ofEpochMilli(logins.end())).size();
    }
  }

  @Override
  public List<Map<String, Double>> sums() {
    return rules.stream().map(TributaryWindows::sums).toList();
  }

  private static Map<String, Double> sums(RuleEvaluator rule) {
    return rule.alerts().stream()
        .collect(
            Collectors.toMap(
                status -> String.valueOf(status.alert().labels().get("user")), AlertStatus::value));
  }
}
