package dev.tributary.alerts.internal.sample;

import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows as events: the first number of a row is its value, its texts are labels. */
final class QueryRows {
  private QueryRows() {}

  static List<MetricEvent> events(String metric, List<Map<String, Object>> rows, Instant at) {
    List<MetricEvent> events = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Double value = value(row);
      if (value != null) {
        events.add(new MetricEvent(metric, at, value, labels(row)));
      } else if (!row.isEmpty()) {
        throw new PlatformException(
            PlatformError.INVALID_REQUEST,
            "the query gives no number in " + row.keySet() + ": select one, such as COUNT(*)");
      }
    }
    return events;
  }

  private static @Nullable Double value(Map<String, Object> row) {
    for (Object cell : row.values()) {
      if (cell instanceof Number number) {
        return number.doubleValue();
      }
    }
    return null;
  }

  private static Map<String, String> labels(Map<String, Object> row) {
    Map<String, String> labels = new TreeMap<>();
    row.forEach((name, cell) -> {
      if (cell instanceof String text) {
        labels.put(name, text);
      }
    });
    return labels;
  }
}
