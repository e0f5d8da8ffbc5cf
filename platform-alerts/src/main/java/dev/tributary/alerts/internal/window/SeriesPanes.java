package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One series of a sliding window. */
final class SeriesPanes {
  private static final long NONE = Long.MIN_VALUE;

  final Panes panes;

  /** The first pane of the stretch of time over which the series is looked at. */
  private long firstPane;

  /** The newest pane with events among those that are over. */
  private long lastPane = NONE;

  /** How many events the ring holds. */
  private long live;

  SeriesPanes(Panes panes, long firstPane) {
    this.panes = panes;
    this.firstPane = firstPane;
  }

  boolean empty() {
    return live == 0;
  }

  /** Tells whether a window that ends before the given pane can hold events of this stretch. */
  boolean begunBefore(long pane) {
    return firstPane < pane;
  }

  void add(long pane, int slot, Observation observation) {
    panes.add(slot, observation);
    firstPane = Math.min(firstPane, pane);
    live++;
  }

  /** Notes that a pane is over. */
  void close(long pane, int slot) {
    if (live != 0 && panes.count(slot) != 0) {
      lastPane = pane;
    }
  }

  /** Drops the events of a pane that no further window holds. */
  void expire(int slot) {
    if (live != 0) {
      live -= panes.count(slot);
      panes.clear(slot);
    }
  }

  /** The pane after which the series is silent, as far as it is over. */
  long silentSince() {
    return Math.max(lastPane, firstPane - 1) + 1;
  }

  /**
   * Begins a new stretch with the events that lie ahead, the first of which is in the given pane.
   */
  void restart(long pane) {
    firstPane = pane;
    lastPane = NONE;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(firstPane);
    out.writeLong(lastPane);
    out.writeLong(live);
    panes.save(out);
  }

  void restore(DataInput in) throws IOException {
    firstPane = in.readLong();
    lastPane = in.readLong();
    live = in.readLong();
    panes.restore(in);
  }
}
