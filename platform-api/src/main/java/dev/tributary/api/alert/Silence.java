package dev.tributary.api.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A time during which nobody is told of certain alerts.
 *
 * @param id its id; empty before it is stored
 * @param matchers which alerts: those that fit all of them
 * @param startsAt from when on
 * @param endsAt up to when
 * @param createdBy who made it
 * @param comment why
 */
public record Silence(
    String id,
    List<LabelMatcher> matchers,
    Instant startsAt,
    Instant endsAt,
    String createdBy,
    String comment) {
  /** Refuses a silence that would hold everything back, and one that ends before it begins. */
  public Silence {
    matchers = List.copyOf(matchers);
    if (matchers.isEmpty()) {
      throw new IllegalArgumentException("a silence needs a matcher, such as rule=failed-logins");
    }
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException(
          "the silence ends at " + endsAt + ", not after its start at " + startsAt);
    }
  }

  /**
   * Tells whether it holds an alert back.
   *
   * @param labels the labels of the alert
   * @param at when
   * @return true if it does
   */
  public boolean covers(Map<String, String> labels, Instant at) {
    return !at.isBefore(startsAt)
        && at.isBefore(endsAt)
        && matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }
}
