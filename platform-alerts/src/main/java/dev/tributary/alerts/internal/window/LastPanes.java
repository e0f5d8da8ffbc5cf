package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Panes that keep the newest value; of several at the same time, the greatest. */
final class LastPanes extends Panes {
  private final long[] times;
  private final double[] values;

  LastPanes(int slots) {
    super(slots);
    this.times = new long[slots];
    this.values = new double[slots];
  }

  @Override
  double aggregate(int first, int length) {
    double last = Double.NaN;
    for (int index = 0, slot = first; index < length; index++) {
      if (count(slot) != 0) {
        last = values[slot];
      }
      slot = next(slot);
    }
    return last;
  }

  @Override
  void include(int slot, Observation observation) {
    take(slot, count(slot) == 1, observation.at(), observation.value());
  }

  private void take(int slot, boolean first, long at, double value) {
    if (first || at > times[slot] || (at == times[slot] && value > values[slot])) {
      times[slot] = at;
      values[slot] = value;
    }
  }

  @Override
  void forget(int slot) {
    times[slot] = 0;
    values[slot] = 0;
  }

  @Override
  void join(int slot, Panes other, int otherSlot) {
    LastPanes lasts = (LastPanes) other;
    boolean first = count(slot) == other.count(otherSlot);
    take(slot, first, lasts.times[otherSlot], lasts.values[otherSlot]);
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    out.writeLong(times[slot]);
    out.writeDouble(values[slot]);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    times[slot] = in.readLong();
    values[slot] = in.readDouble();
  }
}
