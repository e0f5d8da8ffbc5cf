package dev.tributary.alerts.internal.evaluate;

import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names the series of a rule by the values of its labels, so that no two get the same name. */
final class SeriesNames {
  private final String rule;
  private final List<String> labels;

  SeriesNames(AlertRule rule) {
    this.rule = rule.id();
    this.labels = rule.per();
  }

  /** The name of the series of an event; a missing label counts as empty. */
  String name(Map<String, String> eventLabels) {
    if (labels.isEmpty()) {
      return "";
    }
    if (labels.size() == 1) {
      return eventLabels.getOrDefault(labels.get(0), "");
    }
    StringBuilder name = new StringBuilder();
    for (String label : labels) {
      String value = eventLabels.getOrDefault(label, "");
      name.append(value.length()).append(':').append(value);
    }
    return name.toString();
  }

  /** The alert of a series. */
  AlertKey key(String name) {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    for (String label : labels) {
      int from = at;
      int to = name.length();
      if (labels.size() > 1) {
        from = name.indexOf(':', at) + 1;
        to = from + Integer.parseInt(name.substring(at, from - 1));
      }
      values.put(label, name.substring(from, to));
      at = to;
    }
    return new AlertKey(rule, values);
  }
}
