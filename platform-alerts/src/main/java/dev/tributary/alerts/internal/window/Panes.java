package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The panes of one series, in a ring of slots. What subclasses keep per slot is joined in the order
 * of time and does not depend on the order in which the events of a pane came. Not thread-safe.
 */
abstract class Panes {
  private final long[] counts;

  Panes(int slots) {
    counts = new long[slots];
  }

  final int slots() {
    return counts.length;
  }

  final long count(int slot) {
    return counts[slot];
  }

  /** How many events some slots in a row hold, beginning anew after the last. */
  final long count(int first, int length) {
    int end = Math.min(counts.length, first + length);
    long total = 0;
    for (int slot = first; slot < end; slot++) {
      total += counts[slot];
    }
    for (int slot = 0; slot < first + length - end; slot++) {
      total += counts[slot];
    }
    return total;
  }

  final void add(int slot, Observation observation) {
    counts[slot]++;
    include(slot, observation);
  }

  final void clear(int slot) {
    if (counts[slot] != 0) {
      counts[slot] = 0;
      forget(slot);
    }
  }

  /** Adds what another series' slot holds to a slot of this one. */
  final void absorb(int slot, Panes other, int otherSlot) {
    if (other.counts[otherSlot] != 0) {
      counts[slot] += other.counts[otherSlot];
      join(slot, other, otherSlot);
    }
  }

  final int next(int slot) {
    return slot + 1 == counts.length ? 0 : slot + 1;
  }

  /** The aggregate of some slots in a row; NaN if it needs events and there are none. */
  abstract double aggregate(int first, int length);

  abstract void include(int slot, Observation observation);

  abstract void forget(int slot);

  abstract void join(int slot, Panes other, int otherSlot);

  abstract void saveSlot(int slot, DataOutput out) throws IOException;

  abstract void restoreSlot(int slot, DataInput in) throws IOException;

  final void save(DataOutput out) throws IOException {
    for (int slot = 0; slot < counts.length; slot++) {
      out.writeLong(counts[slot]);
      if (counts[slot] != 0) {
        saveSlot(slot, out);
      }
    }
  }

  final void restore(DataInput in) throws IOException {
    for (int slot = 0; slot < counts.length; slot++) {
      counts[slot] = in.readLong();
      if (counts[slot] != 0) {
        restoreSlot(slot, in);
      }
    }
  }
}
