package dev.tributary.alerts.internal.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How likely values beyond all usual ones are, learned from a stream of any distribution: peaks
 * over a threshold follow a generalised Pareto distribution.
 *
 * <p>Source: A. Siffer, P.-A. Fouque, A. Termier, C. Largouet, "Anomaly Detection in Streams with
 * Extreme Value Theory", KDD 2017 (SPOT). Here the threshold follows its quantile by stochastic
 * approximation (H. Robbins, S. Monro, 1951), and shape and scale are estimated by moments (J. R.
 * M. Hosking, J. R. Wallis, Technometrics 29, 1987), so that no peak has to be kept. Not
 * thread-safe.
 */
final class TailModel {
  private static final int CALIBRATION = 60;
  private static final double THRESHOLD_QUANTILE = 0.95;
  private static final int FEW_PEAKS = 8;
  private static final double LOWEST_SHAPE = -0.2;
  private static final double HIGHEST_SHAPE = 0.5;
  private static final double LEAST_PROBABILITY = 1e-15;

  /**
   * One peak pulls the estimate by at most this many mean peaks, so that incidents stay unusual.
   */
  private static final double MOST_PULL = 20;

  /** Beyond this many values, old ones weigh half. */
  private static final double MEMORY = 100_000;

  private final double[] calibration = new double[CALIBRATION];
  private long count;
  private double threshold;
  private double spread;
  private double weight;
  private double peaks;
  private double sum;
  private double squares;

  /** The probability of a value at least as great, 1 for every usual one. */
  double probability(double value) {
    double excess = value - threshold;
    if (count < CALIBRATION || excess <= 0) {
      return 1;
    }
    double shape = shape();
    double scale = scale();
    double tail;
    if (shape == 0) {
      tail = Math.exp(-excess / scale);
    } else {
      double base = 1 + shape * excess / scale;
      tail = base <= 0 ? 0 : Math.pow(base, -1 / shape);
    }
    return Math.max(LEAST_PROBABILITY, peakShare() * tail);
  }

  /** The value that is exceeded with the given probability; infinite while too little is known. */
  double quantile(double probability) {
    if (count < CALIBRATION) {
      return Double.POSITIVE_INFINITY;
    }
    double shape = shape();
    double ratio = peakShare() / probability;
    double beyond = shape == 0 ? Math.log(ratio) : (Math.pow(ratio, shape) - 1) / shape;
    return threshold + Math.max(0, scale() * beyond);
  }

  double threshold() {
    return threshold;
  }

  void learn(double value) {
    if (count < CALIBRATION) {
      calibration[(int) count] = value;
      count++;
      if (count == CALIBRATION) {
        calibrate();
      }
      return;
    }
    count++;
    weight++;
    double step = spread * Math.max(0.002, 1.0 / (count - CALIBRATION + 20));
    if (value > threshold) {
      addPeak(value - threshold);
      threshold += step * THRESHOLD_QUANTILE;
    } else {
      threshold -= step * (1 - THRESHOLD_QUANTILE);
    }
    if (weight > MEMORY) {
      fade();
    }
  }

  private void calibrate() {
    double[] sorted = calibration.clone();
    Arrays.sort(sorted);
    threshold = sorted[(int) (THRESHOLD_QUANTILE * (CALIBRATION - 1))];
    spread = Math.max(threshold - sorted[CALIBRATION / 2], Double.MIN_NORMAL);
    weight = CALIBRATION;
    for (double value : calibration) {
      if (value > threshold) {
        peaks++;
        sum += value - threshold;
        squares += (value - threshold) * (value - threshold);
      }
    }
  }

  private void addPeak(double excess) {
    peaks++;
    double counted = peaks > FEW_PEAKS ? Math.min(excess, MOST_PULL * sum / peaks) : excess;
    sum += counted;
    squares += counted * counted;
  }

  private void fade() {
    weight /= 2;
    peaks /= 2;
    sum /= 2;
    squares /= 2;
  }

  private double peakShare() {
    return Math.max(peaks, 1) / weight;
  }

  /** With few peaks the tail counts as exponential: moments of a handful say nothing of shape. */
  private double shape() {
    if (peaks < FEW_PEAKS) {
      return 0;
    }
    double mean = sum / peaks;
    double variance = Math.max(squares / peaks - mean * mean, Double.MIN_NORMAL);
    double shape = 0.5 * (1 - mean * mean / variance);
    double bounded = Math.max(LOWEST_SHAPE, Math.min(HIGHEST_SHAPE, shape));
    return Math.abs(bounded) < 1e-6 ? 0 : bounded;
  }

  /** One standard error above the estimate: what few peaks say is not trusted too far. */
  private double scale() {
    double mean = peaks > 0 ? sum / peaks : 0;
    double estimate = peaks < FEW_PEAKS ? Math.max(mean, spread * 0.1) : mean * (1 - shape());
    return Math.max(estimate, Double.MIN_NORMAL) * (1 + 1 / Math.sqrt(Math.max(peaks, 1)));
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(count);
    for (double value : calibration) {
      out.writeDouble(value);
    }
    for (double value : new double[] {threshold, spread, weight, peaks, sum, squares}) {
      out.writeDouble(value);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readLong();
    for (int index = 0; index < CALIBRATION; index++) {
      calibration[index] = in.readDouble();
    }
    threshold = in.readDouble();
    spread = in.readDouble();
    weight = in.readDouble();
    peaks = in.readDouble();
    sum = in.readDouble();
    squares = in.readDouble();
  }
}
