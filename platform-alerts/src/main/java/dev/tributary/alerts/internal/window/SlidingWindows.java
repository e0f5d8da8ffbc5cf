package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;

/**
 * Windows of fixed length, cut into panes of one step each: J. Li, D. Maier, K. Tufte, V.
 * Papadimos, P. A. Tucker, "No pane, no gain: efficient evaluation of sliding-window aggregates
 * over data streams", SIGMOD Record 34 (2005). A series takes a ring of as many panes as the window
 * and the lateness are long, plus two.
 */
final class SlidingWindows extends EventTimeWindows<SlidingSeries> {
  private static final long NOT_YET = Long.MAX_VALUE;

  private final PaneRing ring;
  private final PaneLayout layout;

  /** No series is to be looked at, or to be forgotten, before this pane. */
  private long nextLook = NOT_YET;

  /** The pane of the latest event, when it begins, and its place in the rings. */
  private long pane;

  private long paneStart = Long.MIN_VALUE / 2;
  private int slot;

  SlidingWindows(
      Window.Sliding window,
      Aggregate aggregate,
      Limits limits,
      Function<String, SeriesSink> sinks) {
    super(limits, sinks);
    ring = new PaneRing(window, limits);
    layout = new PaneLayout(aggregate, window.length().toMillis() / 1000.0);
  }

  @Override
  SlidingSeries begun(long number, String name, SeriesSink sink) {
    return new SlidingSeries(number, name, sink, ring, layout.panes(ring.slots()));
  }

  @Override
  void take(SlidingSeries own, long at, MetricEvent event) {
    findPane(at);
    own.add(pane, slot, event);
    nextLook = Math.min(nextLook, pane + 1);
  }

  /** Most events fall into the pane of the one before: that saves two divisions. */
  private void findPane(long at) {
    long offset = at - paneStart;
    if (offset < 0 || offset >= ring.step()) {
      pane = ring.paneAt(at);
      paneStart = ring.startOf(pane);
      slot = ring.slot(pane);
    }
  }

  @Override
  public void open(String name) {
    if (series.find(name) == null) {
      SlidingSeries own = opened(name);
      if (own != null) {
        own.begin(ring.open());
        nextLook = Math.min(nextLook, ring.open() + 1);
      }
    }
  }

  @Override
  void close(long watermark) {
    if (watermark < ring.openEnd()) {
      return;
    }
    long target = ring.paneAt(watermark);
    while (ring.open() < target) {
      ring.open(Math.max(ring.open() + 1, Math.min(nextLook, target)));
      if (ring.open() >= nextLook) {
        lookAtAll();
      }
    }
  }

  /** Looks at every window that ends before the open pane. */
  private void lookAtAll() {
    Stride stride = ring.stride();
    Records records = journal();
    long open = ring.open();
    long next = NOT_YET;
    boolean over = false;
    for (SlidingSeries own : series.inOrder()) {
      if (own.nextLook() <= open) {
        if (records != null) {
          own.recordNewest(stride, records);
        }
        own.look(stride);
      }
      if (own.forgottenAt() <= open) {
        own.restart();
        over |= own.over();
      }
      next = Math.min(next, Math.min(own.nextLook(), own.forgottenAt()));
    }
    nextLook = next;
    if (over) {
      removeOver(SlidingSeries::over);
    }
  }

  @Override
  void saveProgress(DataOutput out) throws IOException {
    out.writeLong(ring.open());
    out.writeLong(nextLook);
  }

  @Override
  void restoreProgress(DataInput in) throws IOException {
    ring.open(in.readLong());
    nextLook = in.readLong();
  }
}
