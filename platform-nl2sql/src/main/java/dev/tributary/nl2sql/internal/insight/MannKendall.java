package dev.tributary.nl2sql.internal.insight;

import java.util.Arrays;

/**
 * The test of Mann and Kendall for a trend that goes one way, whatever the distribution, and Sen's
 * estimate of its slope: R. O. Gilbert, Statistical Methods for Environmental Pollution Monitoring
 * (1987), chapters 16.4 and 16.5, with the correction for ties and the normal approximation, which
 * holds from {@value #LEAST} points on.
 *
 * @param p how probable such an order is without a trend
 * @param slope the median of the slopes between all pairs, per step
 */
record MannKendall(double p, double slope) {
  static final int LEAST = 10;
  static final int MOST = 1000;

  /** Tests numbers in their order; at least {@value #LEAST}, at most {@value #MOST}. */
  static MannKendall of(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    long signs = 0;
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        signs += (long) Math.signum(values[j] - values[i]);
        slopes[at++] = (values[j] - values[i]) / (j - i);
      }
    }
    double variance = variance(values);
    double z = variance == 0 ? 0 : (signs - Long.signum(signs)) / Math.sqrt(variance);
    return new MannKendall(Statistics.twoSided(z), Statistics.median(slopes));
  }

  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double variance = weight(sorted.length);
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      variance -= weight(to - from);
      from = to;
    }
    return variance / 18;
  }

  private static double weight(double n) {
    return n * (n - 1) * (2 * n + 5);
  }
}
