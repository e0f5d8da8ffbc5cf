package dev.tributary.nl2sql.internal.insight;

import java.util.Arrays;

/** Robust statistics of a few numbers. */
final class Statistics {
  private Statistics() {}

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median distance from the median. */
  static double medianDeviation(double[] values, double median) {
    return median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  /**
   * The probability that a standard normal variable is farther from zero: Abramowitz and Stegun,
   * Handbook of Mathematical Functions (1964), 7.1.26, with an error below 1.5e-7.
   */
  static double twoSided(double z) {
    double x = Math.abs(z) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * x);
    double series =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.min(1, series * Math.exp(-x * x));
  }
}
