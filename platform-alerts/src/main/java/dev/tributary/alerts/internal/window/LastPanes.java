package dev.tributary.alerts.internal.window;

import static java.time.temporal.ChronoField.NANO_OF_SECOND;

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

  private static final int NANOS_A_MILLI = 1_000_000;

  private static final int TIME = 1;
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
    return word(last, TIME) == NEVER ? Double.NaN : real(last, VALUE);
  }

  @Override
  String note(int earlier, int later) {
    return note(last(earlier, later));
  }

  private int last(int earlier, int later) {
    return word(later, TIME) == NEVER ? earlier : later;
  }

  @Override
  void include(int slot, MetricEvent event) {
    Instant at = event.at();
    take(
        slot,
        new Last(
            at.toEpochMilli(),
            at.get(NANO_OF_SECOND) % NANOS_A_MILLI,
            event.value(),
            event.note()));
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
    return new Last(word(slot, TIME), word(slot, NANOS), real(slot, VALUE), note(slot));
  }

  private void take(int slot, Last newer) {
    if (newer.isAfter(last(slot))) {
      word(slot, TIME, newer.at);
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

  /** Nanoseconds with all bits turned say that a note follows. */
  @Override
  void save(int slot, DataOutput out) throws IOException {
    int nanos = (int) word(slot, NANOS);
    String note = note(slot);
    out.writeLong(count(slot));
    out.writeLong(word(slot, TIME));
    out.writeInt(note.isEmpty() ? nanos : ~nanos);
    out.writeDouble(real(slot, VALUE));
    if (!note.isEmpty()) {
      Texts.write(note, out);
    }
  }

  @Override
  void restore(int slot, DataInput in) throws IOException {
    count(slot, in.readLong());
    word(slot, TIME, in.readLong());
    int nanos = in.readInt();
    word(slot, NANOS, nanos < 0 ? ~nanos : nanos);
    real(slot, VALUE, in.readDouble());
    note(slot, nanos < 0 ? Texts.read(in) : "");
  }

  /** A value, when it was, to the nanosecond, and what was said of it. */
  private record Last(long at, long nanos, double value, String note) {
    boolean isAfter(Last other) {
      if (at != other.at) {
        return at > other.at;
      }
      if (nanos != other.nanos) {
        return nanos > other.nanos;
      }
      return value == other.value ? note.compareTo(other.note) > 0 : value > other.value;
    }
  }
}
