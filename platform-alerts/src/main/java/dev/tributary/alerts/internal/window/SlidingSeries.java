package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One series of a window of fixed length. */
final class SlidingSeries extends WindowSeries implements Reading {
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

  /** What the latest window has shown. */
  private double value = Double.NaN;

  private String note = "";

  /** Whether panes that have not closed have events that were not recorded. */
  private boolean touched;

  /** Whether the panes before the latest turn were read as they were before it. */
  private boolean unturned;

  SlidingSeries(long number, String name, SeriesSink sink, PaneRing ring, Panes panes) {
    super(number, name, sink);
    this.ring = ring;
    this.panes = panes;
  }

  /** Begins to look at the series at a pane, though it has no event. */
  void begin(long pane) {
    firstPane = Math.min(firstPane, pane);
    nextLook = Math.min(nextLook, pane + 1);
    change();
  }

  void add(long pane, int slot, MetricEvent event) {
    panes.add(slot, event);
    live++;
    touched = true;
    begin(pane);
  }

  long nextLook() {
    return nextLook;
  }

  /** Looks at the window that ends before the open pane. */
  void look(Stride stride) {
    long pane = ring.open();
    panes.close(stride);
    if (panes.count(stride.newest()) != 0) {
      lastPane = pane - 1;
    }
    value = panes.value(stride);
    note = panes.note(stride);
    long held = panes.held();
    boolean settled = sink.closed(this);
    panes.leave(stride);
    live -= held - panes.held();
    nextLook = settled && panes.held() == 0 ? nextEvent() : pane + 1;
    change();
  }

  @Override
  public long at() {
    return ring.startOf(ring.open());
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public long count() {
    return panes.held();
  }

  @Override
  public String note() {
    return note;
  }

  /** The pane before which the window with the next event ends that has come already. */
  private long nextEvent() {
    return live == 0 ? NOT_YET : firstAhead() + 1;
  }

  private long firstAhead() {
    long ahead = ring.open();
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

  /** Begins anew with the events that lie ahead, if there are any. */
  void restart() {
    sink.forgotten(ring.startOf(ring.open()));
    firstPane = NOT_YET;
    lastPane = NEVER;
    nextLook = NOT_YET;
    if (live != 0) {
      begin(firstAhead());
    }
    change();
  }

  /** Records the pane that is about to close, as long as it still is what its events made it. */
  void recordNewest(Stride stride, Records records) {
    if (touched && panes.count(stride.newest()) != 0) {
      recordPane(ring.open() - 1, false, records);
    }
  }

  private void recordPane(long pane, boolean turned, Records records) {
    int slot = ring.slot(pane);
    records.put(
        number,
        slot,
        out -> {
          out.writeLong(pane);
          out.writeBoolean(turned);
          panes.save(slot, out);
        });
  }

  @Override
  void recordParts(Records records, boolean everything) {
    if (!touched && !everything) {
      return;
    }
    long end = ring.oldest() + ring.slots();
    for (long pane = everything ? ring.oldest() : ring.open(); pane < end; pane++) {
      if (!panes.blank(ring.slot(pane))) {
        recordPane(pane, pane < ring.turn(), records);
      }
    }
  }

  @Override
  void recorded() {
    super.recorded();
    touched = false;
  }

  @Override
  void erase(Records records) {
    super.erase(records);
    for (int slot = 0; slot < ring.slots(); slot++) {
      records.remove(number, slot);
    }
  }

  @Override
  void restorePart(DataInput in) throws IOException {
    long pane = in.readLong();
    boolean turned = in.readBoolean();
    if (pane >= ring.oldest() && pane < ring.oldest() + ring.slots()) {
      panes.restore(ring.slot(pane), in);
      unturned |= pane < ring.turn() && !turned;
    }
  }

  @Override
  void resume() {
    long turn = ring.turn();
    if (unturned) {
      for (long pane = turn - 1; pane > ring.oldest(); pane--) {
        panes.turn(ring.slot(pane - 1), ring.slot(pane));
      }
    }
    for (long pane = ring.oldest(); pane < ring.open(); pane++) {
      panes.rejoin(ring.slot(pane), pane < turn);
    }
  }

  @Override
  void saveStanding(DataOutput out) throws IOException {
    out.writeLong(firstPane);
    out.writeLong(lastPane);
    out.writeLong(live);
    out.writeLong(nextLook);
  }

  @Override
  void restoreStanding(DataInput in) throws IOException {
    firstPane = in.readLong();
    lastPane = in.readLong();
    live = in.readLong();
    nextLook = in.readLong();
  }
}
