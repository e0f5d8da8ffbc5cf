package dev.tributary.cli.internal.demo;

import dev.tributary.api.alert.AlertBoard;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.page.Page;
import dev.tributary.cli.internal.console.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the platform noticed by itself, from the history of its alerts. */
final class Noticed {
  private final AlertBoard alerts;
  private final Instant beginning;

  Noticed(AlertBoard alerts, Instant beginning) {
    this.alerts = alerts;
    this.beginning = beginning;
  }

  /** Each time that an alert was on: since when, until when, and whether somebody was told. */
  List<String> table() {
    List<AlertEvent> history = history();
    if (history.isEmpty()) {
      return List.of("No alert fired.");
    }
    Table table = new Table("alert", "about", "fired", "over", "told");
    Map<String, AlertEvent> on = new LinkedHashMap<>();
    for (AlertEvent event : history) {
      String alert = event.transition().alert().fingerprint();
      if (event.transition().to() == AlertState.FIRING) {
        on.put(alert, event);
      } else if (on.containsKey(alert)) {
        row(table, on.remove(alert), second(event.transition()), List.of(event));
      }
    }
    on.values().forEach(event -> row(table, event, "still on", List.of()));
    return table.lines();
  }

  private void row(Table table, AlertEvent fired, String over, List<AlertEvent> ended) {
    Transition transition = fired.transition();
    String about =
        transition.alert().labels().entrySet().stream()
            .map(label -> label.getKey() + " " + label.getValue())
            .collect(Collectors.joining(", "));
    List<Long> events = new ArrayList<>(List.of(fired.id()));
    ended.forEach(event -> events.add(event.id()));
    table.row(transition.alert().rule(), about, second(transition), over, told(transition, events));
  }

  private String told(Transition transition, List<Long> events) {
    List<NoticeTrace> traces =
        alerts.explain(transition.alert().fingerprint(), Page.MOST_ITEMS).stream()
            .filter(trace -> events.contains(trace.event()))
            .toList();
    return traces.stream()
        .filter(trace -> trace.outcome() != NoticeTrace.Outcome.DELIVERED)
        .findFirst()
        .map(NoticeTrace::reason)
        .orElseGet(() ->
            traces.stream().map(NoticeTrace::channel).distinct().collect(Collectors.joining(", ")));
  }

  private String second(Transition transition) {
    return Duration.between(beginning, transition.at()).toSeconds() + " s";
  }

  private List<AlertEvent> history() {
    HistoryQuery query =
        new HistoryQuery(null, null, HistoryQuery.Scope.NOTABLE, Page.MOST_ITEMS, null);
    return alerts.history(query).items().reversed();
  }
}
