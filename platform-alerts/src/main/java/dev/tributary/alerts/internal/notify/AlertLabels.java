package dev.tributary.alerts.internal.notify;

import dev.tributary.alerts.internal.condition.Numbers;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The labels that routes, silences and inhibitions see, and the texts that people see. */
public final class AlertLabels {
  private AlertLabels() {}

  /**
   * The labels of the alert, those of the rule, and {@code rule}, {@code metric} and {@code
   * severity}.
   *
   * @param rule the rule
   * @param alert the alert
   * @return the labels by name
   */
  public static Map<String, String> of(AlertRule rule, AlertKey alert) {
    Map<String, String> labels = new TreeMap<>(rule.notice().labels());
    labels.putAll(alert.labels());
    labels.put("rule", rule.id());
    labels.put("metric", rule.metric());
    labels.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    return labels;
  }

  /**
   * The annotations with values in place of names in braces.
   *
   * @param rule the rule
   * @param labels what {@link #of} gives
   * @param value the value of the alert
   * @return the texts by name
   */
  public static Map<String, String> annotations(
      AlertRule rule, Map<String, String> labels, double value) {
    Map<String, String> texts = new TreeMap<>();
    String number = Numbers.text(value);
    rule.notice()
        .annotations()
        .forEach((name, text) -> texts.put(name, fill(text, labels, number)));
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
