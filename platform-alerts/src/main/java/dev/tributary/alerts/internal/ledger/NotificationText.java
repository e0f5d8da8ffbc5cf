package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Notifications as JSON: in the store, and on the wire of webhooks. */
public final class NotificationText {
  private NotificationText() {}

  /**
   * Writes a notification.
   *
   * @param notification the notification
   * @return JSON
   */
  public static String write(Notification notification) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", notification.id());
    members.put("title", notification.title());
    members.put("status", notification.firing() ? "firing" : "resolved");
    members.put("repeated", notification.repeated());
    members.put("created_at", notification.createdAt().toString());
    members.put("group_labels", notification.groupLabels());
    members.put("alerts", notification.items().stream().map(NotificationText::item).toList());
    return Json.text(members);
  }

  private static Map<String, Object> item(Notification.Item item) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("fingerprint", item.alert().fingerprint());
    members.put("rule", item.alert().rule());
    members.put("labels", item.alert().labels());
    members.put("severity", Columns.word(item.severity()));
    members.put("state", Columns.word(item.state()));
    members.put("at", item.at().toString());
    members.put("active_at", item.activeAt() == null ? "" : item.activeAt().toString());
    members.put("reason", item.reason());
    members.put("annotations", item.annotations());
    return members;
  }

  /**
   * Reads a notification.
   *
   * @param json as {@link #write} wrote it
   * @return the notification
   */
  public static Notification read(String json) {
    Map<String, Object> members = Json.object(json);
    List<?> alerts = (List<?>) members.getOrDefault("alerts", List.of());
    return new Notification(
        text(members, "id"),
        Json.labels(members.getOrDefault("group_labels", Map.of())),
        Boolean.TRUE.equals(members.get("repeated")),
        alerts.stream().map(alert -> item((Map<?, ?>) alert)).toList(),
        Instant.parse(text(members, "created_at")));
  }

  private static Notification.Item item(Map<?, ?> members) {
    String active = text(members, "active_at");
    return new Notification.Item(
        new AlertKey(text(members, "rule"), Json.labels(members.get("labels"))),
        Severity.valueOf(text(members, "severity").toUpperCase(Locale.ROOT)),
        AlertState.valueOf(text(members, "state").toUpperCase(Locale.ROOT)),
        Instant.parse(text(members, "at")),
        active.isEmpty() ? null : Instant.parse(active),
        text(members, "reason"),
        Json.labels(members.get("annotations")));
  }

  private static String text(Map<?, ?> members, String name) {
    return String.valueOf(members.get(name));
  }
}
