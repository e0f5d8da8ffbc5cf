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
final class SumPanes extends TurningPanes {
  /** Greater values count as this one, so that no number of them adds up to infinity. */
  private static final double MOST = 1e292;

  /** For each slot the sum and what it lacks, side by side. */
  private final double[] sums;

  private final boolean mean;

  SumPanes(int slots, boolean mean) {
    super(slots);
    this.sums = new double[2 * (slots + 1)];
    this.mean = mean;
  }

  @Override
  double value(int earlier, int later) {
    double high = sums[2 * earlier];
    double other = sums[2 * later];
    double sum = high + other;
    double error = roundingError(high, other, sum) + sums[2 * earlier + 1] + sums[2 * later + 1];
    return mean ? (sum + error) / held() : sum + error;
  }

  @Override
  void include(int slot, Observation observation) {
    add(slot, Math.clamp(observation.value(), -MOST, MOST), 0);
  }

  @Override
  void fold(int slot, int later) {
    add(slot, sums[2 * later], sums[2 * later + 1]);
  }

  @Override
  void merge(Panes other) {
    double[] more = ((SumPanes) other).sums;
    add(0, more[0], more[1]);
  }

  private void add(int slot, double value, double error) {
    double high = sums[2 * slot];
    double sum = high + value;
    double lost = roundingError(high, value, sum) + sums[2 * slot + 1] + error;
    double rounded = sum + lost;
    sums[2 * slot] = rounded;
    sums[2 * slot + 1] = lost - (rounded - sum);
  }

  /** What is lost when two numbers are added: D. E. Knuth, TAOCP volume 2, 4.2.2, theorem B. */
  private static double roundingError(double left, double right, double sum) {
    double virtual = sum - left;
    return (left - (sum - virtual)) + (right - virtual);
  }

  @Override
  boolean unused(int slot) {
    return sums[2 * slot] == 0 && sums[2 * slot + 1] == 0;
  }

  @Override
  void forget(int slot) {
    sums[2 * slot] = 0;
    sums[2 * slot + 1] = 0;
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    out.writeDouble(sums[2 * slot]);
    out.writeDouble(sums[2 * slot + 1]);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    sums[2 * slot] = in.readDouble();
    sums[2 * slot + 1] = in.readDouble();
  }
}
