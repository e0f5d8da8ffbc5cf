package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
   * Writes what was just looked up. It counts from the moment on at which it is in the log, so that
   * it is never late.
   *
   * @param events the events
   * @return the data of an entry of type {@link AlertEventTypes#METRICS}
   */
  public static Map<String, Object> present(List<MetricEvent> events) {
    Map<String, Object> data = new LinkedHashMap<>(data(events));
    data.put("present", true);
    return data;
  }

  /**
   * Reads the events of an entry of type {@link AlertEventTypes#HISTORY}.
   *
   * @param entry the entry
   * @return its events in their own order
   */
  public static List<MetricEvent> past(Event entry) {
    return events(entry, Instant.EPOCH);
  }

  /** Reads the events of an entry of type {@link AlertEventTypes#METRICS}. */
  static List<MetricEvent> events(Event entry, Instant time) {
    boolean present = Boolean.TRUE.equals(entry.data().get("present"));
    return entry.data().get("events") instanceof List<?> list
        ? list.stream().map(item -> event((Map<?, ?>) item, present ? time : null)).toList()
        : List.of();
  }

  private static Map<String, Object> members(MetricEvent event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("metric", event.metric());
    members.put("at", event.at().toString());
    // JSON has no words for what is not finite, and rules count it as unusable.
    members.put("value", Double.isFinite(event.value()) ? event.value() : "not finite");
    members.put("labels", event.labels());
    if (!event.note().isEmpty()) {
      members.put("note", event.note());
    }
    return members;
  }

  private static MetricEvent event(Map<?, ?> members, @Nullable Instant time) {
    return new MetricEvent(
        String.valueOf(members.get("metric")),
        time == null ? Instant.parse(String.valueOf(members.get("at"))) : time,
        members.get("value") instanceof Number number ? number.doubleValue() : Double.NaN,
        Json.labels(members.get("labels")),
        members.get("note") instanceof String note ? note : "");
  }
}
