package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Panes that keep the newest value and what was said of it; of several at the same time, the
 * greatest.
 */
final class LastPanes extends TurningPanes {
  private static final long NEVER = Long.MIN_VALUE;

  private static final int SECOND = 1;
  private static final int NANOS = 2;
  private static final int VALUE = 3;

  private final int slots;

  /** What was said in each slot; without slots as long as nothing was. */
  private String[] notes = {};

  LastPanes(int slots) {
    super(slots, NEVER, 0, 0);
    this.slots = slots + 1;
  }

  @Override
  double value(int earlier, int later) {
    int last = last(earlier, later);
    return word(last, SECOND) == NEVER ? Double.NaN : real(last, VALUE);
  }

  @Override
  String note(int earlier, int later) {
    return note(last(earlier, later));
  }

  private int last(int earlier, int later) {
    return word(later, SECOND) == NEVER ? earlier : later;
  }

  @Override
  void include(int slot, MetricEvent event) {
    Instant at = event.at();
    take(slot, new Last(at.getEpochSecond(), at.getNano(), event.value(), event.note()));
  }

  @Override
  void fold(int slot, int later) {
    take(slot, last(later));
  }

  @Override
  void merge(Panes other) {
    take(0, ((LastPanes) other).last(0));
  }

  private Last last(int slot) {
    return new Last(word(slot, SECOND), word(slot, NANOS), real(slot, VALUE), note(slot));
  }

  private void take(int slot, Last newer) {
    if (newer.isAfter(last(slot))) {
      word(slot, SECOND, newer.second);
      word(slot, NANOS, newer.nanos);
      real(slot, VALUE, newer.value);
      note(slot, newer.note);
    }
  }

  private String note(int slot) {
    return notes.length == 0 ? "" : notes[slot];
  }

  private void note(int slot, String text) {
    if (notes.length == 0 && !text.isEmpty()) {
      notes = new String[slots];
      Arrays.fill(notes, "");
    }
    if (notes.length != 0) {
      notes[slot] = text;
    }
  }

  @Override
  void forget(int slot) {
    super.forget(slot);
    note(slot, "");
  }

  @Override
  void save(int slot, DataOutput out) throws IOException {
    super.save(slot, out);
    Texts.write(note(slot), out);
  }

  @Override
  void restore(int slot, DataInput in) throws IOException {
    super.restore(slot, in);
    note(slot, Texts.read(in));
  }

  /** A value, when it was, to the nanosecond, and what was said of it. */
  private record Last(long second, long nanos, double value, String note) {
    boolean isAfter(Last other) {
      if (second != other.second) {
        return second > other.second;
      }
      if (nanos != other.nanos) {
        return nanos > other.nanos;
      }
      return value == other.value ? note.compareTo(other.note) > 0 : value > other.value;
    }
  }
}
