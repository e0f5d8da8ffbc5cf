package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The panes of one series in a ring of slots, and what the window holds that moves over them. A
 * pane takes events until it closes; from then on it belongs to the window, until it leaves. What
 * is read does not depend on the order in which the events of a pane came. All that is known of a
 * pane lies side by side, so that an event touches one line of the processor's cache. Not
 * thread-safe.
 */
abstract class Panes {
  /** For each slot the number of its events, and then the words of the aggregate. */
  private final long[] words;

  /** The words of the aggregate where there are no events. */
  private final long[] empty;

  private final int width;

  /** How many events the panes in the window hold. */
  private long held;

  /**
   * Makes empty panes.
   *
   * @param slots how many
   * @param empty what the aggregate keeps of no events, in words of 64 bits
   */
  Panes(int slots, long... empty) {
    this.empty = empty;
    this.width = 1 + empty.length;
    this.words = new long[slots * width];
    for (int slot = 0; slot < slots; slot++) {
      clear(slot);
    }
  }

  final long count(int slot) {
    return words[slot * width];
  }

  final void count(int slot, long events) {
    words[slot * width] = events;
  }

  /** A word of the aggregate; the first is number 1. */
  final long word(int slot, int number) {
    return words[slot * width + number];
  }

  final void word(int slot, int number, long word) {
    words[slot * width + number] = word;
  }

  /** A word of the aggregate that is a number. */
  final double real(int slot, int number) {
    return Double.longBitsToDouble(word(slot, number));
  }

  final void real(int slot, int number, double value) {
    word(slot, number, Double.doubleToRawLongBits(value));
  }

  /** How many events the window holds. */
  final long held() {
    return held;
  }

  final void add(int slot, MetricEvent event) {
    words[slot * width]++;
    include(slot, event);
  }

  /** Moves the window on over the pane of a slot. */
  final void close(Stride stride) {
    held += count(stride.newest());
    if (held != 0) {
      join(stride);
    }
  }

  /** Lets the oldest pane leave the window. */
  final void leave(Stride stride) {
    int slot = stride.oldest();
    if (held != 0) {
      held -= count(slot);
      words[slot * width] = 0;
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
    held += count(slot);
    if (count(slot) != 0) {
      resume(slot, turned);
    }
  }

  /** Tells whether a slot holds nothing that would have to be written. */
  final boolean blank(int slot) {
    return count(slot) == 0 && unused(slot);
  }

  /** Adds what another series' only pane holds to the only one of this. */
  final void absorb(Panes other) {
    words[0] += other.words[0];
    merge(other);
  }

  /** The aggregate of the window; NaN if it needs events and there are none. */
  abstract double value(Stride stride);

  /** What was said of the event whose value the window shows; empty if it shows more than one. */
  String note(Stride stride) {
    return "";
  }

  abstract void include(int slot, MetricEvent event);

  /** Takes a pane that has closed into the window; it may be empty, but not the window. */
  abstract void join(Stride stride);

  /** Does what a turn does to a pane and the one after it. */
  void turn(int slot, int later) {}

  /** As {@link #rejoin}, for a pane that has events. */
  abstract void resume(int slot, boolean turned);

  abstract void merge(Panes other);

  /** Tells whether the slot of a pane without events is as it was in the beginning. */
  boolean unused(int slot) {
    for (int number = 1; number < width; number++) {
      if (word(slot, number) != empty[number - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Makes the slot of a pane what it was in the beginning. */
  void forget(int slot) {
    clear(slot);
  }

  private void clear(int slot) {
    for (int number = 1; number < width; number++) {
      word(slot, number, empty[number - 1]);
    }
  }

  /** Writes the pane of a slot. */
  void save(int slot, DataOutput out) throws IOException {
    for (int number = 0; number < width; number++) {
      out.writeLong(word(slot, number));
    }
  }

  /** Reads the pane of a slot, which has to be empty. */
  void restore(int slot, DataInput in) throws IOException {
    for (int number = 0; number < width; number++) {
      word(slot, number, in.readLong());
    }
  }
}
