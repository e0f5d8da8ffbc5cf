package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Panes that add values up, as a pair of a rounded sum and its rounding error (T. J. Dekker, "A
 * Floating-Point Technique for Extending the Available Precision", Numerische Mathematik 18, 1971).
 * Some 106 bits are kept, so that neither the order in which events come nor their number shows in
 * the 53 bits that are read.
 */
final class SumPanes extends Panes {
  private final double[] high;
  private final double[] low;
  private final boolean mean;

  SumPanes(int slots, boolean mean) {
    super(slots);
    this.high = new double[slots];
    this.low = new double[slots];
    this.mean = mean;
  }

  @Override
  double aggregate(int first, int length) {
    double total = 0;
    double error = 0;
    long count = 0;
    for (int index = 0, slot = first; index < length; index++) {
      if (count(slot) != 0) {
        double sum = total + high[slot];
        error += roundingError(total, high[slot], sum) + low[slot];
        total = sum;
        count += count(slot);
      }
      slot = next(slot);
    }
    return mean ? (total + error) / count : total + error;
  }

  @Override
  void include(int slot, Observation observation) {
    add(slot, observation.value(), 0);
  }

  private void add(int slot, double value, double error) {
    double sum = high[slot] + value;
    double lost = roundingError(high[slot], value, sum) + low[slot] + error;
    high[slot] = sum + lost;
    low[slot] = lost - (high[slot] - sum);
  }

  /** What is lost when two numbers are added: D. E. Knuth, TAOCP volume 2, 4.2.2, theorem B. */
  private static double roundingError(double left, double right, double sum) {
    double virtual = sum - left;
    return (left - (sum - virtual)) + (right - virtual);
  }

  @Override
  void forget(int slot) {
    high[slot] = 0;
    low[slot] = 0;
  }

  @Override
  void join(int slot, Panes other, int otherSlot) {
    SumPanes sums = (SumPanes) other;
    add(slot, sums.high[otherSlot], sums.low[otherSlot]);
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    out.writeDouble(high[slot]);
    out.writeDouble(low[slot]);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    high[slot] = in.readDouble();
    low[slot] = in.readDouble();
  }
}
