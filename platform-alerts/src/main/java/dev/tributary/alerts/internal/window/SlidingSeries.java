package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One series of a window of fixed length. */
final class SlidingSeries extends WindowSeries {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long NOT_YET = Long.MAX_VALUE;

  private final PaneRing ring;
  private final Panes panes;

  /** The first pane of the stretch of time over which the series is looked at. */
  private long firstPane = NOT_YET;

  /** The newest pane with events among those that are over. */
  private long lastPane = NEVER;

  /** How many events the ring holds. */
  private long live;

  /** The pane before which the next window to be looked at ends. */
  private long nextLook = NOT_YET;

  SlidingSeries(String name, SeriesSink sink, PaneRing ring, Panes panes) {
    super(name, sink);
    this.ring = ring;
    this.panes = panes;
  }

  /** Begins to look at the series at a pane, though it has no event. */
  void begin(long pane) {
    firstPane = Math.min(firstPane, pane);
    nextLook = Math.min(nextLook, pane + 1);
  }

  void add(long pane, int slot, Observation observation) {
    panes.add(slot, observation);
    live++;
    begin(pane);
  }

  long nextLook() {
    return nextLook;
  }

  /** Looks at the window that ends before a pane. */
  void look(long pane, Stride stride) {
    panes.close(stride);
    if (panes.count(stride.newest()) != 0) {
      lastPane = pane - 1;
    }
    long held = panes.held();
    boolean settled = sink.closed(ring.startOf(pane), panes.value(stride), held);
    panes.leave(stride);
    live -= held - panes.held();
    nextLook = settled && panes.held() == 0 ? nextEvent(pane) : pane + 1;
  }

  /** The pane before which the window with the next event ends that has come already. */
  private long nextEvent(long pane) {
    return live == 0 ? NOT_YET : firstAhead(pane) + 1;
  }

  private long firstAhead(long pane) {
    long ahead = pane;
    while (panes.count(ring.slot(ahead)) == 0) {
      ahead++;
    }
    return ahead;
  }

  /** The pane at which the series has been silent for too long, unless events come. */
  long forgottenAt() {
    return over() ? NOT_YET : Math.max(lastPane + 1, firstPane) + ring.forgetPanes();
  }

  /** Whether the series holds nothing, and nothing of it is remembered. */
  boolean over() {
    return firstPane == NOT_YET;
  }

  /** Begins anew with the events that lie ahead; false if there are none. */
  boolean restart(long pane) {
    sink.forgotten(ring.startOf(pane));
    firstPane = NOT_YET;
    lastPane = NEVER;
    nextLook = NOT_YET;
    if (live != 0) {
      begin(firstAhead(pane));
    }
    return live != 0;
  }

  /** Takes up the window again after reading, as it was at a pane. */
  void resume(long pane) {
    long turn = pane - Math.floorMod(pane, ring.panes());
    for (long closed = pane - ring.panes() + 1; closed < pane; closed++) {
      panes.rejoin(ring.slot(closed), closed < turn);
    }
  }

  @Override
  void save(DataOutput out) throws IOException {
    out.writeLong(firstPane);
    out.writeLong(lastPane);
    out.writeLong(live);
    out.writeLong(nextLook);
    for (int slot = 0; slot < panes.slots(); slot++) {
      if (!panes.blank(slot)) {
        out.writeInt(slot);
        panes.save(slot, out);
      }
    }
    out.writeInt(-1);
  }

  @Override
  void restore(DataInput in) throws IOException {
    firstPane = in.readLong();
    lastPane = in.readLong();
    live = in.readLong();
    nextLook = in.readLong();
    for (int slot = in.readInt(); slot >= 0; slot = in.readInt()) {
      panes.restore(slot, in);
    }
  }
}
