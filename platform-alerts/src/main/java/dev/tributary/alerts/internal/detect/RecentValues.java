package dev.tributary.alerts.internal.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The latest values of a series, in a ring of fixed size. Not thread-safe. */
final class RecentValues {
  private final double[] ring;
  private long count;

  RecentValues(int capacity) {
    ring = new double[capacity];
  }

  void add(double value) {
    ring[(int) (count % ring.length)] = value;
    count++;
  }

  /** How many values came so far, also those that the ring no longer holds. */
  long count() {
    return count;
  }

  int size() {
    return (int) Math.min(count, ring.length);
  }

  /** The value that came the given number of values before the latest one. */
  double back(int distance) {
    return ring[(int) ((count - 1 - distance) % ring.length)];
  }

  /** The sum of some values, the nearest of which lies the given distance back. */
  double sum(int distance, int length) {
    if (length == 0) {
      return 0;
    }
    int index = (int) ((count - 1 - distance) % ring.length);
    double sum = 0;
    for (int left = length; left > 0; left--) {
      sum += ring[index];
      index = index == 0 ? ring.length - 1 : index - 1;
    }
    return sum;
  }

  /** The middle one of the latest values, by size. */
  double median(int most) {
    double[] sorted = sorted(most);
    return sorted[sorted.length / 2];
  }

  double[] sorted(int most) {
    double[] values = new double[Math.min(most, size())];
    for (int index = 0; index < values.length; index++) {
      values[index] = back(index);
    }
    Arrays.sort(values);
    return values;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(count);
    for (double value : ring) {
      out.writeDouble(value);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readLong();
    for (int index = 0; index < ring.length; index++) {
      ring[index] = in.readDouble();
    }
  }
}
