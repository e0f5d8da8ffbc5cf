package dev.tributary.alerts;

import dev.tributary.alerts.internal.window.NaiveWindows;
import dev.tributary.alerts.internal.window.NaiveWindows.Arriving;
import dev.tributary.alerts.internal.window.NaiveWindows.Told;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a rule means, computed from all closed windows at once, in the most obvious way. */
final class NaiveRule {
  private final AlertRule rule;
  private String state = "INACTIVE";
  private long trueSince = -1;
  private long lastTrue;

  private NaiveRule(AlertRule rule) {
    this.rule = rule;
  }

  /** What comes of events about {@code s}, as lines, in order. */
  static List<String> transitions(AlertRule rule, List<MetricEvent> events, long until) {
    if (events.isEmpty()) {
      return List.of();
    }
    List<Arriving> arriving =
        events.stream()
            .map(event -> new Arriving(event.labels().getOrDefault("s", ""), event))
            .toList();
    NaiveWindows naive = new NaiveWindows(rule.aggregate(), Duration.ofDays(1).toMillis());
    return transitions(
        rule,
        rule.window() instanceof Window.Sliding sliding
            ? naive.sliding(sliding, arriving, until)
            : naive.sessions((Window.Session) rule.window(), arriving, until));
  }

  /** Transitions as lines of time, series, state before and after, in order. */
  static List<String> lines(List<Transition> transitions) {
    return transitions.stream()
        .map(one ->
            line(
                one.at().toEpochMilli(),
                String.valueOf(one.alert().labels().get("s")),
                one.from().name(),
                one.to().name()))
        .sorted()
        .toList();
  }

  private static String line(long at, String series, String from, String to) {
    return String.format("%06d %s %s %s", at, series, from, to);
  }

  private static List<String> transitions(AlertRule rule, List<Told> windows) {
    Map<String, List<Told>> bySeries =
        windows.stream()
            .collect(Collectors.groupingBy(Told::series, TreeMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    bySeries.values().forEach(own -> lines.addAll(new NaiveRule(rule).life(own)));
    return lines.stream().sorted().toList();
  }

  private List<String> life(List<Told> windows) {
    List<String> lines = new ArrayList<>();
    for (Told window : windows) {
      String before = state;
      Boolean holds =
          Double.isNaN(window.value()) ? onNoData(window.at()) : Boolean.valueOf(holds(window));
      if (holds != null) {
        evaluate(window.at(), holds);
      }
      if (!before.equals(state)) {
        lines.add(line(window.at(), window.series(), before, state));
      }
    }
    return lines;
  }

  private Boolean onNoData(long at) {
    if (rule.onNoData() == NoDataPolicy.REPORT && !on()) {
      state = "NO_DATA";
      trueSince = -1;
    }
    return switch (rule.onNoData()) {
      case KEEP, REPORT -> null;
      case NORMAL -> false;
      case ALERT -> true;
    };
  }

  private boolean holds(Told window) {
    Condition.Outside outside = (Condition.Outside) rule.condition();
    double limit = on() ? outside.recovered().high() : outside.normal().high();
    return window.value() > limit;
  }

  private void evaluate(long at, boolean holds) {
    if (holds) {
      trueSince = trueSince < 0 ? at : trueSince;
      lastTrue = at;
      state = on() || at - trueSince >= rule.lasting().toMillis() ? "FIRING" : "PENDING";
    } else if (on()) {
      boolean over = at - lastTrue >= rule.keepFiringFor().toMillis();
      state = over ? "RESOLVED" : "RECOVERING";
      trueSince = over ? -1 : trueSince;
    } else {
      state = state.equals("RESOLVED") ? "RESOLVED" : "INACTIVE";
      trueSince = -1;
    }
  }

  private boolean on() {
    return state.equals("FIRING") || state.equals("RECOVERING");
  }
}
