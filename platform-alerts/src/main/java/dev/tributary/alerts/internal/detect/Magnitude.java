package dev.tributary.alerts.internal.detect;

/** Keeps absurd values from turning sums and squares into infinities. */
final class Magnitude {
  private static final double MOST = 1e100;

  private Magnitude() {}

  static double bounded(double value) {
    return Math.max(-MOST, Math.min(MOST, value));
  }
}
