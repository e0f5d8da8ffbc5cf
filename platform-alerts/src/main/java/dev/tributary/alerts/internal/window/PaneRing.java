package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Window;

/**
 * How event time is cut into panes, and where in the rings they lie.
 *
 * @param step how long a pane is, in milliseconds
 * @param panes how many of them the window is long
 * @param slots how many of them the lateness allows to be in use
 * @param forgetPanes after how many of them without an event a series is forgotten
 */
record PaneRing(long step, int panes, int slots, long forgetPanes) {
  static PaneRing of(Window.Sliding window, Windows.Limits limits) {
    long step = window.step().toMillis();
    int panes = window.panes();
    return new PaneRing(
        step,
        panes,
        Math.toIntExact(panes + limits.lateness().toMillis() / step + 2),
        Math.max(panes, limits.forgetAfter().toMillis() / step));
  }

  long paneAt(long at) {
    return Math.floorDiv(at, step);
  }

  long startOf(long pane) {
    return pane * step;
  }

  int slot(long pane) {
    return Math.floorMod(pane, slots);
  }

  /** The move of the window to where it ends before a pane. */
  Stride strideTo(long pane) {
    return new Stride(slot(pane - 1), slot(pane - panes), Math.floorMod(pane, panes) == 0);
  }
}
