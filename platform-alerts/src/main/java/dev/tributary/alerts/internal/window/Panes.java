package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The panes of one series in a ring of slots, and what the window holds that moves over them. A
 * pane takes events until it closes; from then on it belongs to the window, until it leaves. What
 * is read does not depend on the order in which the events of a pane came. Not thread-safe.
 */
abstract class Panes {
  private final long[] counts;

  /** How many events the panes in the window hold. */
  private long held;

  Panes(int slots) {
    counts = new long[slots];
  }

  final long count(int slot) {
    return counts[slot];
  }

  /** How many events the window holds. */
  final long held() {
    return held;
  }

  final void add(int slot, Observation observation) {
    counts[slot]++;
    include(slot, observation);
  }

  /** Moves the window on over the pane of a slot. */
  final void close(Stride stride) {
    int slot = stride.newest();
    held += counts[slot];
    if (held != 0) {
      join(stride);
    }
  }

  /** Lets the oldest pane leave the window. */
  final void leave(Stride stride) {
    int slot = stride.oldest();
    if (held != 0) {
      held -= counts[slot];
      counts[slot] = 0;
      forget(slot);
    }
  }

  /**
   * Takes a closed pane into the window once more after it was read; to be called for the panes of
   * the window in the order of time.
   *
   * @param turned whether a turn has come after the pane
   */
  final void rejoin(int slot, boolean turned) {
    held += counts[slot];
    if (counts[slot] != 0) {
      resume(slot, turned);
    }
  }

  /** Tells whether a slot holds nothing that would have to be written. */
  final boolean blank(int slot) {
    return counts[slot] == 0 && unused(slot);
  }

  /** Adds what another series' only pane holds to the only one of this. */
  final void absorb(Panes other) {
    counts[0] += other.counts[0];
    merge(other);
  }

  final int previous(int slot) {
    return slot == 0 ? counts.length - 1 : slot - 1;
  }

  /** The aggregate of the window; NaN if it needs events and there are none. */
  abstract double value(Stride stride);

  abstract void include(int slot, Observation observation);

  /** Takes a pane that has closed into the window; it may be empty, but not the window. */
  abstract void join(Stride stride);

  /** Does what a turn does to a pane and the one after it. */
  void turn(int slot, int later) {}

  /** As {@link #rejoin}, for a pane that has events. */
  abstract void resume(int slot, boolean turned);

  /** Tells whether the slot of a pane without events is as it was in the beginning. */
  abstract boolean unused(int slot);

  abstract void forget(int slot);

  abstract void merge(Panes other);

  abstract void saveSlot(int slot, DataOutput out) throws IOException;

  abstract void restoreSlot(int slot, DataInput in) throws IOException;

  /** Writes the pane of a slot. */
  final void save(int slot, DataOutput out) throws IOException {
    out.writeLong(counts[slot]);
    saveSlot(slot, out);
  }

  /** Reads the pane of a slot, which has to be empty. */
  final void restore(int slot, DataInput in) throws IOException {
    counts[slot] = in.readLong();
    restoreSlot(slot, in);
  }
}
