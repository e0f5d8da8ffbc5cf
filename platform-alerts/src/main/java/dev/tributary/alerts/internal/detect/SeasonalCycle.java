package dev.tributary.alerts.internal.detect;

import java.time.Duration;
import java.time.Instant;

/** A span of time after which a series is expected to repeat itself, cut into equal slots. */
public enum SeasonalCycle {
  /** The day, in slots of half an hour. */
  DAY("time of day", Duration.ofDays(1), Duration.ofMinutes(30)),
  /** The week, in slots of an hour. */
  WEEK("time of week", Duration.ofDays(7), Duration.ofHours(1));

  /** A Monday's midnight: the epoch began on a Thursday. */
  private static final long MONDAY = Duration.ofDays(4).toSeconds();

  private final String title;
  private final long seconds;
  private final long slotSeconds;

  SeasonalCycle(String title, Duration length, Duration slot) {
    this.title = title;
    this.seconds = length.toSeconds();
    this.slotSeconds = slot.toSeconds();
  }

  String title() {
    return title;
  }

  int slots() {
    return (int) (seconds / slotSeconds);
  }

  /** The slot of a moment, counted in UTC from midnight, and in a week from Monday. */
  int slot(Instant at) {
    return (int) (Math.floorMod(at.getEpochSecond() - MONDAY, seconds) / slotSeconds);
  }
}
