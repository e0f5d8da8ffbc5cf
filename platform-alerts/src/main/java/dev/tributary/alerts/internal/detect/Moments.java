package dev.tributary.alerts.internal.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Mean and variance of a stream in one pass: B. P. Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 4 (1962). Beyond the memory given, older
 * values fade exponentially. Not thread-safe.
 */
final class Moments {
  private final long memory;
  private long count;
  private double mean;
  private double variance;

  Moments(long memory) {
    this.memory = memory;
  }

  void add(double value) {
    count++;
    double weight = 1.0 / Math.min(count, memory);
    double distance = value - mean;
    mean += weight * distance;
    variance = (1 - weight) * (variance + weight * distance * distance);
  }

  long count() {
    return count;
  }

  double mean() {
    return mean;
  }

  /** The standard deviation of the values seen, not of a population they were drawn from. */
  double deviation() {
    return Math.sqrt(variance);
  }

  /** The standard deviation of the population that the values are a sample of; needs two values. */
  double sampleDeviation() {
    return Math.sqrt(variance * count / (count - 1));
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeDouble(mean);
    out.writeDouble(variance);
  }

  void restore(DataInput in) throws IOException {
    count = in.readLong();
    mean = in.readDouble();
    variance = in.readDouble();
  }
}
