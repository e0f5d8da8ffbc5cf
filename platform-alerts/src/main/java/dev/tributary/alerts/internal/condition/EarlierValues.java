package dev.tributary.alerts.internal.condition;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The values of the latest windows, as many as one length holds. Not thread-safe. */
final class EarlierValues {
  private final double[] ring;
  private long count;
  private long repeats;

  EarlierValues(int windows) {
    ring = new double[windows];
  }

  /**
   * The value one length before the one to come; NaN if there was none. The first windows of a
   * series do not count: they reach back to before it began.
   */
  double earlier() {
    return young() ? Double.NaN : ring[(int) (count % ring.length)];
  }

  private boolean young() {
    return count < 2L * ring.length - 1;
  }

  void add(double value) {
    boolean same = count > 0 && Double.compare(value, latest()) == 0;
    repeats = same ? repeats + 1 : 0;
    ring[(int) (count % ring.length)] = value;
    count++;
  }

  private double latest() {
    return ring[(int) ((count - 1) % ring.length)];
  }

  /** Whether all values, and the one before them, are the same and count. */
  boolean uniform() {
    return repeats > ring.length && !young();
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeLong(repeats);
    for (double value : ring) {
      out.writeDouble(value);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readLong();
    repeats = in.readLong();
    for (int index = 0; index < ring.length; index++) {
      ring[index] = in.readDouble();
    }
  }
}
