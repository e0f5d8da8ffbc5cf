package dev.tributary.alerts.internal.detect;

import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * Judges a value by its distance from the mean of all earlier ones, in standard deviations: the
 * control chart of W. A. Shewhart, "Economic Control of Quality of Manufactured Product" (1931).
 * The score of a distance z is z / (z + limit), so that the limit gives 0.5.
 */
public final class ZScoreDetector implements StreamingDetector {
  private final Moments moments = new Moments(Long.MAX_VALUE);
  private final int leastValues;
  private final double limit;

  /**
   * Makes a detector.
   *
   * @param leastValues how many earlier values it takes to judge one, at least 2
   * @param limit how many standard deviations make an anomaly, above zero
   */
  public ZScoreDetector(int leastValues, double limit) {
    if (leastValues < 2 || !(limit > 0)) {
      throw new IllegalArgumentException(
          "z-score of at least "
              + leastValues
              + " values and "
              + limit
              + " deviations: give at least 2 values and a limit above zero");
    }
    this.leastValues = leastValues;
    this.limit = limit;
  }

  @Override
  public Judgement judge(Instant at, double value) {
    if (!Double.isFinite(value) || moments.count() < leastValues) {
      return Judgement.unknown(value);
    }
    double rounding = 1e-12 * Math.abs(moments.mean());
    double reach = limit * moments.sampleDeviation() + rounding;
    return ZScores.judge("z-score", Magnitude.bounded(value), moments.mean(), reach);
  }

  @Override
  public void learn(Instant at, double value) {
    if (Double.isFinite(value)) {
      moments.add(Magnitude.bounded(value));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moments.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moments.restore(in);
  }
}
