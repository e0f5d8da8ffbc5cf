package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sessions of one series that are not over, in the order of time and at least a gap apart. */
final class SeriesSessions extends WindowSeries {
  static final long NEVER = Long.MAX_VALUE;

  private final PaneLayout layout;
  private final long gap;
  private final List<Session> open = new ArrayList<>();
  private long lastEnd = NEVER;

  SeriesSessions(long number, String name, SeriesSink sink, PaneLayout layout, long gap) {
    super(number, name, sink);
    this.layout = layout;
    this.gap = gap;
  }

  /** Adds an event; sessions that it brings together become one. */
  void add(long at, MetricEvent event) {
    change();
    Session session = new Session(at, at, layout.panes(1));
    session.panes().add(0, event);
    int index = 0;
    while (index < open.size()) {
      Session other = open.get(index);
      if (other.end() + gap <= session.start() || session.end() + gap <= other.start()) {
        index++;
      } else {
        session = session.joined(other);
        open.remove(index);
      }
    }
    int place = 0;
    while (place < open.size() && open.get(place).start() < session.start()) {
      place++;
    }
    open.add(place, session);
  }

  /** When the first session ends, unless more events come; never if there is none. */
  long nextEnd() {
    return open.isEmpty() ? NEVER : open.get(0).end() + gap;
  }

  /** Takes out the first session, which is over. */
  Session close() {
    change();
    lastEnd = nextEnd();
    return open.remove(0);
  }

  /** When the series has been silent for too long; never if the next session begins before. */
  long forgottenAt(long forgetAfter) {
    boolean silent =
        lastEnd != NEVER && (open.isEmpty() || open.get(0).start() - lastEnd >= forgetAfter);
    return silent ? lastEnd + forgetAfter : NEVER;
  }

  /** Begins anew. */
  void forget() {
    change();
    lastEnd = NEVER;
  }

  /** Whether the series holds nothing, and nothing of it is remembered. */
  boolean over() {
    return open.isEmpty() && lastEnd == NEVER;
  }

  @Override
  void saveStanding(DataOutput out) throws IOException {
    out.writeLong(lastEnd);
    out.writeInt(open.size());
    for (Session session : open) {
      out.writeLong(session.start());
      out.writeLong(session.end());
      session.panes().save(0, out);
    }
  }

  @Override
  void restoreStanding(DataInput in) throws IOException {
    lastEnd = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      Session session = new Session(in.readLong(), in.readLong(), layout.panes(1));
      session.panes().restore(0, in);
      open.add(session);
    }
  }

  /**
   * A session, from its first event to its last.
   *
   * @param panes one slot with what its events are condensed to
   */
  record Session(long start, long end, Panes panes) {
    Session joined(Session other) {
      panes.absorb(other.panes);
      return new Session(Math.min(start, other.start), Math.max(end, other.end), panes);
    }

    void tell(SeriesSink sink, long at) {
      panes.close(Stride.ONLY);
      sink.closed(new Over(at, panes));
    }
  }

  /** A session that is over. */
  private record Over(long at, Panes panes) implements Reading {
    @Override
    public double value() {
      return panes.value(Stride.ONLY);
    }

    @Override
    public long count() {
      return panes.held();
    }

    @Override
    public String note() {
      return panes.note(Stride.ONLY);
    }
  }
}
