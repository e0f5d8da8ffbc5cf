package dev.tributary.alerts.internal.notify;

import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The labels that routes, silences and inhibitions see, and the texts that people see. */
final class AlertLabels {
  private AlertLabels() {}

  /** The labels of the alert, those of the rule, and {@code rule}, {@code metric}, severity. */
  static Map<String, String> of(AlertRule rule, AlertKey alert) {
    Map<String, String> labels = new TreeMap<>(rule.notice().labels());
    labels.putAll(alert.labels());
    labels.put("rule", rule.id());
    labels.put("metric", rule.metric());
    labels.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    return labels;
  }

  /** The annotations with values in place of names in braces. */
  static Map<String, String> annotations(AlertRule rule, Map<String, String> labels, String value) {
    Map<String, String> texts = new TreeMap<>();
    rule.notice().annotations().forEach((name, text) -> texts.put(name, fill(text, labels, value)));
    return texts;
  }

  private static String fill(String text, Map<String, String> labels, String value) {
    String filled = text.replace("{value}", value);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      filled = filled.replace("{" + label.getKey() + "}", label.getValue());
    }
    return filled;
  }
}
