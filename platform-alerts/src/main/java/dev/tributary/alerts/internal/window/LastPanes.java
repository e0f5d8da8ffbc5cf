package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Panes that keep the newest value; of several at the same time, the greatest. */
final class LastPanes extends TurningPanes {
  private static final long NEVER = Long.MIN_VALUE;

  private final long[] times;
  private final double[] values;

  LastPanes(int slots) {
    super(slots);
    this.times = new long[slots + 1];
    this.values = new double[slots + 1];
    Arrays.fill(times, NEVER);
  }

  @Override
  double value(int earlier, int later) {
    int last = times[later] == NEVER ? earlier : later;
    return times[last] == NEVER ? Double.NaN : values[last];
  }

  @Override
  void include(int slot, Observation observation) {
    take(slot, observation.at(), observation.value());
  }

  @Override
  void fold(int slot, int later) {
    take(slot, times[later], values[later]);
  }

  @Override
  void merge(Panes other) {
    LastPanes lasts = (LastPanes) other;
    take(0, lasts.times[0], lasts.values[0]);
  }

  private void take(int slot, long at, double value) {
    if (at > times[slot] || (at == times[slot] && value > values[slot])) {
      times[slot] = at;
      values[slot] = value;
    }
  }

  @Override
  boolean unused(int slot) {
    return times[slot] == NEVER;
  }

  @Override
  void forget(int slot) {
    times[slot] = NEVER;
    values[slot] = 0;
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
