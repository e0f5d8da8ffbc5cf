package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Panes that keep the greatest value, or of negated values the least. */
final class ExtremePanes extends Panes {
  private final double[] greatest;
  private final double sign;

  private ExtremePanes(int slots, double sign) {
    super(slots);
    this.greatest = new double[slots];
    this.sign = sign;
  }

  static ExtremePanes max(int slots) {
    return new ExtremePanes(slots, 1);
  }

  static ExtremePanes min(int slots) {
    return new ExtremePanes(slots, -1);
  }

  @Override
  double aggregate(int first, int length) {
    double extreme = Double.NaN;
    for (int index = 0, slot = first; index < length; index++) {
      if (count(slot) != 0 && !(extreme >= greatest[slot])) {
        extreme = greatest[slot];
      }
      slot = next(slot);
    }
    return sign * extreme;
  }

  @Override
  void include(int slot, Observation observation) {
    include(slot, sign * observation.value());
  }

  private void include(int slot, double value) {
    greatest[slot] = count(slot) == 1 ? value : Math.max(greatest[slot], value);
  }

  @Override
  void forget(int slot) {
    greatest[slot] = 0;
  }

  @Override
  void join(int slot, Panes other, int otherSlot) {
    double value = ((ExtremePanes) other).greatest[otherSlot];
    boolean first = count(slot) == other.count(otherSlot);
    greatest[slot] = first ? value : Math.max(greatest[slot], value);
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    out.writeDouble(greatest[slot]);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    greatest[slot] = in.readDouble();
  }
}
