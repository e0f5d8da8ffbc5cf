package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Panes that keep the greatest value, or of negated values the least. */
final class ExtremePanes extends TurningPanes {
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private final double[] greatest;
  private final double sign;

  private ExtremePanes(int slots, double sign) {
    super(slots);
    this.greatest = new double[slots + 1];
    this.sign = sign;
    Arrays.fill(greatest, NONE);
  }

  static ExtremePanes max(int slots) {
    return new ExtremePanes(slots, 1);
  }

  static ExtremePanes min(int slots) {
    return new ExtremePanes(slots, -1);
  }

  @Override
  double value(int earlier, int later) {
    return held() == 0 ? Double.NaN : sign * Math.max(greatest[earlier], greatest[later]);
  }

  @Override
  void include(int slot, Observation observation) {
    take(slot, sign * observation.value());
  }

  @Override
  void fold(int slot, int later) {
    take(slot, greatest[later]);
  }

  @Override
  void merge(Panes other) {
    take(0, ((ExtremePanes) other).greatest[0]);
  }

  private void take(int slot, double value) {
    greatest[slot] = Math.max(greatest[slot], value);
  }

  @Override
  boolean unused(int slot) {
    return greatest[slot] == NONE;
  }

  @Override
  void forget(int slot) {
    greatest[slot] = NONE;
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
