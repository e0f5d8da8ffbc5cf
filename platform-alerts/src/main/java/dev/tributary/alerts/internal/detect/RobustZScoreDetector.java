package dev.tributary.alerts.internal.detect;

import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Judges a value by its distance from the median of the latest {@value #WINDOW} values, in units of
 * their median absolute deviation: F. R. Hampel, "The influence curve and its role in robust
 * estimation", JASA 69 (1974); constants of B. Iglewicz, D. C. Hoaglin, "How to Detect and Handle
 * Outliers" (1993), who call 3.5 an outlier. Where more than half of the values are equal, the mean
 * absolute deviation takes the place of the median one, as they advise.
 */
public final class RobustZScoreDetector implements StreamingDetector {
  private static final int WINDOW = 120;
  private static final int LEAST_VALUES = 8;
  private static final double LIMIT = 3.5;
  private static final double NORMAL_BY_MEDIAN = 1.4826;
  private static final double NORMAL_BY_MEAN = 1.2533;

  private final RecentValues values = new RecentValues(WINDOW);

  @Override
  public Judgement judge(Instant at, double value) {
    if (!Double.isFinite(value) || values.count() < LEAST_VALUES) {
      return Judgement.unknown(value);
    }
    double[] sorted = values.sorted(WINDOW);
    double median = middle(sorted);
    double rounding = 1e-12 * Math.abs(median);
    return ZScores.judge(
        "robust z-score",
        Magnitude.bounded(value),
        median,
        LIMIT * spread(sorted, median) + rounding);
  }

  private static double spread(double[] sorted, double median) {
    double[] distances = Arrays.stream(sorted).map(value -> Math.abs(value - median)).toArray();
    Arrays.sort(distances);
    double byMedian = NORMAL_BY_MEDIAN * middle(distances);
    return byMedian > 0 ? byMedian : NORMAL_BY_MEAN * Arrays.stream(distances).average().orElse(0);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  @Override
  public void learn(Instant at, double value) {
    if (Double.isFinite(value)) {
      values.add(Magnitude.bounded(value));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    values.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    values.restore(in);
  }
}
