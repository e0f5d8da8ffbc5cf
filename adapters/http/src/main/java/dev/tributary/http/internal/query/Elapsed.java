package dev.tributary.http.internal.query;

import java.time.Duration;

/** How long things took. */
final class Elapsed {
  private static final double MICROS = 1000.0;

  private Elapsed() {}

  /** Milliseconds, to the microsecond. */
  static double millis(Duration elapsed) {
    long micros = elapsed.toNanos() / 1000;
    return micros / MICROS;
  }
}
