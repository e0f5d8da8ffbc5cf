package dev.tributary.cli.internal.alert;

import dev.tributary.api.alert.MetricEvent;
import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** An event as a line of JSON: {@code {"metric": .., "at": .., "value": .., "labels": {..}}}. */
public final class EventLine {
  private EventLine() {}

  /**
   * Writes an event as {@code POST /api/v1/events} reads it.
   *
   * @param event the event
   * @return a line without its end
   */
  public static String of(MetricEvent event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("metric", event.metric());
    members.put("at", event.at());
    members.put("value", event.value());
    members.put("labels", new TreeMap<>(event.labels()));
    return JsonText.of(members);
  }
}
