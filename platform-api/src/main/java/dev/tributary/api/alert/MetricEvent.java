package dev.tributary.api.alert;

import java.time.Instant;
import java.util.Map;

/**
 * One occurrence or measurement of a metric.
 *
 * @param metric what happened or was measured, such as {@code failed_logins}
 * @param at when, by the clock of where it happened; in the years 1 to 9999. Windows count in whole
 *     milliseconds; what is finer only tells which of two events is the last
 * @param value how much; 1 for a mere occurrence
 * @param labels what sets it apart, such as {@code data_center -> fra}
 * @param note what there is to say of it in words, such as why it happened; empty if nothing. An
 *     alert on the last value gives it as its reason
 */
public record MetricEvent(
    String metric, Instant at, double value, Map<String, String> labels, String note) {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /** Refuses a metric without a name and a time out of the calendar, and copies the labels. */
  public MetricEvent {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "An event of '" + metric + "' at " + at + ": its time must lie in the years 1 to 9999");
    }
    if (metric.isBlank()) {
      throw new IllegalArgumentException("An event needs the name of its metric");
    }
    labels = Map.copyOf(labels);
  }

  /**
   * An event of which nothing is to be said.
   *
   * @param metric what happened or was measured
   * @param at when
   * @param value how much
   * @param labels what sets it apart
   */
  public MetricEvent(String metric, Instant at, double value, Map<String, String> labels) {
    this(metric, at, value, labels, "");
  }

  /**
   * An occurrence.
   *
   * @param metric what happened
   * @param at when
   * @param labels what sets it apart
   * @return an event of value 1
   */
  public static MetricEvent occurrence(String metric, Instant at, Map<String, String> labels) {
    return new MetricEvent(metric, at, 1, labels);
  }
}
