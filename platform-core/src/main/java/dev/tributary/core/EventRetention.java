package dev.tributary.core;

import java.time.Duration;

/**
 * Which events to keep: those that are both young enough and among the newest.
 *
 * @param age how long an event is kept, by its time
 * @param count how many events are kept
 */
public record EventRetention(Duration age, long count) {
  /** Checks the limits. */
  public EventRetention {
    if (age.isNegative() || count < 0) {
      throw new IllegalArgumentException(
          "event retention of " + age + " and " + count + " events: neither may be negative");
    }
  }

  /**
   * Keeps events for a time, however many there are.
   *
   * @param age how long
   * @return the retention
   */
  public static EventRetention of(Duration age) {
    return new EventRetention(age, Long.MAX_VALUE);
  }
}
