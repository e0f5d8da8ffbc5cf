package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metric events as entries of the log. */
public final class MetricEntries {
  private MetricEntries() {}

  /**
   * Writes events.
   *
   * @param events the events
   * @return the data of an entry of type {@link AlertEventTypes#METRICS}
   */
  public static Map<String, Object> data(List<MetricEvent> events) {
    return Map.of("events", events.stream().map(MetricEntries::members).toList());
  }

  /**
   * Reads events.
   *
   * @param entry an entry of type {@link AlertEventTypes#METRICS}
   * @return its events
   */
  public static List<MetricEvent> events(Event entry) {
    return entry.data().get("events") instanceof List<?> list
        ? list.stream().map(item -> event((Map<?, ?>) item)).toList()
        : List.of();
  }

  private static Map<String, Object> members(MetricEvent event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("metric", event.metric());
    members.put("at", event.at().toString());
    // JSON has no words for what is not finite, and rules count it as unusable.
    members.put("value", Double.isFinite(event.value()) ? event.value() : "not finite");
    members.put("labels", event.labels());
    return members;
  }

  private static MetricEvent event(Map<?, ?> members) {
    return new MetricEvent(
        String.valueOf(members.get("metric")),
        Instant.parse(String.valueOf(members.get("at"))),
        members.get("value") instanceof Number number ? number.doubleValue() : Double.NaN,
        Json.labels(members.get("labels")));
  }
}
