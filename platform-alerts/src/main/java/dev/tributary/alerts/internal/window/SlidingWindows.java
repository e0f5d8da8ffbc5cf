package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
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
  private static final long NEVER = Long.MIN_VALUE;
  private static final long NOT_YET = Long.MAX_VALUE;

  private final PaneRing ring;
  private final PaneLayout layout;

  /** The pane that begins where the latest closed window ended. */
  private long openPane = NEVER;

  /** No series is to be looked at, or to be forgotten, before this pane. */
  private long nextLook = NOT_YET;

  /** The pane of the latest event, when it begins, and its place in the rings. */
  private long pane;

  private long paneStart = NEVER / 2;
  private int slot;

  SlidingWindows(
      Window.Sliding window,
      Aggregate aggregate,
      Limits limits,
      Function<String, SeriesSink> sinks) {
    super(limits, sinks);
    ring = PaneRing.of(window, limits);
    layout = new PaneLayout(aggregate, window.length().toMillis() / 1000.0);
  }

  @Override
  SlidingSeries begun(String name, SeriesSink sink) {
    return new SlidingSeries(name, sink, ring, layout.panes(ring.slots()));
  }

  @Override
  void take(SlidingSeries own, Observation observation) {
    findPane(observation.at());
    own.add(pane, slot, observation);
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
        own.begin(openPane);
        nextLook = Math.min(nextLook, openPane + 1);
      }
    }
  }

  @Override
  void close(long watermark) {
    long target = ring.paneAt(watermark);
    while (openPane < target) {
      openPane = Math.max(openPane + 1, Math.min(nextLook, target));
      if (openPane >= nextLook) {
        lookAtAll();
      }
    }
  }

  /** Looks at every window that ends before the open pane. */
  private void lookAtAll() {
    Stride stride = ring.strideTo(openPane);
    long next = NOT_YET;
    boolean over = false;
    for (SlidingSeries own : series.inOrder()) {
      if (own.nextLook() <= openPane) {
        own.look(openPane, stride);
      }
      long forgottenAt = own.forgottenAt();
      if (forgottenAt <= openPane) {
        over |= !own.restart(openPane);
        forgottenAt = own.forgottenAt();
      }
      next = Math.min(next, Math.min(own.nextLook(), forgottenAt));
    }
    nextLook = next;
    if (over) {
      series.removeIf(SlidingSeries::over);
    }
  }

  @Override
  void saveProgress(DataOutput out) throws IOException {
    out.writeLong(openPane);
    out.writeLong(nextLook);
  }

  @Override
  void restoreProgress(DataInput in) throws IOException {
    openPane = in.readLong();
    nextLook = in.readLong();
  }

  @Override
  void resume(SlidingSeries own) {
    own.resume(openPane);
  }
}
