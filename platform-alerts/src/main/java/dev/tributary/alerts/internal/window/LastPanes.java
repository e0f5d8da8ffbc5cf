package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Panes that keep the newest value; of several at the same time, the greatest. */
final class LastPanes extends TurningPanes {
  private static final long NEVER = Long.MIN_VALUE;

  private final long[] times;
  private final int[] nanos;
  private final double[] values;

  LastPanes(int slots) {
    super(slots);
    this.times = new long[slots + 1];
    this.nanos = new int[slots + 1];
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
    take(slot, observation.at(), observation.nanos(), observation.value());
  }

  @Override
  void fold(int slot, int later) {
    take(slot, times[later], nanos[later], values[later]);
  }

  @Override
  void merge(Panes other) {
    LastPanes lasts = (LastPanes) other;
    take(0, lasts.times[0], lasts.nanos[0], lasts.values[0]);
  }

  private void take(int slot, long at, int nano, double value) {
    if (isLater(slot, at, nano, value)) {
      times[slot] = at;
      nanos[slot] = nano;
      values[slot] = value;
    }
  }

  private boolean isLater(int slot, long at, int nano, double value) {
    if (at != times[slot]) {
      return at > times[slot];
    }
    return nano == nanos[slot] ? value > values[slot] : nano > nanos[slot];
  }

  @Override
  boolean unused(int slot) {
    return times[slot] == NEVER;
  }

  @Override
  void forget(int slot) {
    times[slot] = NEVER;
    nanos[slot] = 0;
    values[slot] = 0;
  }

  @Override
  void saveSlot(int slot, DataOutput out) throws IOException {
    out.writeLong(times[slot]);
    out.writeInt(nanos[slot]);
    out.writeDouble(values[slot]);
  }

  @Override
  void restoreSlot(int slot, DataInput in) throws IOException {
    times[slot] = in.readLong();
    nanos[slot] = in.readInt();
    values[slot] = in.readDouble();
  }
}
