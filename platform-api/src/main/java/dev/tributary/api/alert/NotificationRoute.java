package dev.tributary.api.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Who is told of which alerts, and how often. Alerts that agree in some labels are told together.
 *
 * @param name its name
 * @param matchers which alerts: those that fit all of them
 * @param channels through which channels; none to tell nobody
 * @param groupBy the labels by which alerts are put together
 * @param timing how long to wait and when to repeat
 * @param goesOn whether the routes after this one are looked at as well
 */
public record NotificationRoute(
    String name,
    List<LabelMatcher> matchers,
    List<String> channels,
    List<String> groupBy,
    Timing timing,
    boolean goesOn) {
  /** Copies the lists. */
  public NotificationRoute {
    matchers = List.copyOf(matchers);
    channels = List.copyOf(channels);
    groupBy = List.copyOf(groupBy);
  }

  /**
   * Every alert, by rule.
   *
   * @param channels through which channels
   * @return a route for all
   */
  public static NotificationRoute toAll(List<String> channels) {
    return new NotificationRoute(
        "default", List.of(), channels, List.of("rule"), Timing.standard(), false);
  }

  /**
   * Tells whether it is a way for an alert.
   *
   * @param labels the labels of the alert
   * @return true if it is
   */
  public boolean takes(Map<String, String> labels) {
    return matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }

  /**
   * When to tell.
   *
   * @param gather how long a new group waits for more
   * @param interval how long a group that was told waits before it tells news
   * @param repeat after how long it is told again that alerts are still on
   */
  public record Timing(Duration gather, Duration interval, Duration repeat) {
    /** Refuses spans that make no sense. */
    public Timing {
      Spans.wholeMillis("wait", gather);
      Spans.wholeMillis("interval", interval);
      Spans.millis("repeat", repeat);
    }

    /**
     * The usual times.
     *
     * @return 10 seconds, 5 minutes and 4 hours
     */
    public static Timing standard() {
      return new Timing(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(4));
    }
  }
}
