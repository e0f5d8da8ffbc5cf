package dev.tributary.api.alert;

import java.time.Duration;

/** Checks spans of time. */
final class Spans {
  private static final Duration LONGEST = Duration.ofDays(3660);

  private Spans() {}

  /** The milliseconds of a span above zero. */
  static long millis(String what, Duration span) {
    if (span.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(what + " " + span + ": it must be above zero");
    }
    return wholeMillis(what, span);
  }

  /** The milliseconds of a span from zero on. */
  static long wholeMillis(String what, Duration span) {
    if (span.isNegative() || span.compareTo(LONGEST) > 0 || span.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          what + " " + span + ": give whole milliseconds, at least 0 and at most ten years");
    }
    return span.toMillis();
  }
}
