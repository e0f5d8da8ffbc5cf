package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Window;

/**
 * How event time is cut into panes, where in the rings they lie, and how far the window has moved
 * over them. Not thread-safe.
 */
final class PaneRing {
  private final long step;
  private final int panes;
  private final int slots;
  private final long forgetPanes;
  private long open = Long.MIN_VALUE;
  private long openEnd = Long.MIN_VALUE;

  PaneRing(Window.Sliding window, Windows.Limits limits) {
    step = window.step().toMillis();
    panes = window.panes();
    slots = Math.toIntExact(panes + limits.lateness().toMillis() / step + 2);
    forgetPanes = Math.max(panes, limits.forgetAfter().toMillis() / step);
  }

  /** The pane that begins where the latest window to be looked at ended. */
  long open() {
    return open;
  }

  void open(long pane) {
    open = pane;
    openEnd = startOf(pane + 1);
  }

  /** The moment at which the open pane is over. */
  long openEnd() {
    return openEnd;
  }

  /** The oldest pane that a slot is kept for. */
  long oldest() {
    return open - panes + 1;
  }

  /** The first pane that came after the latest turn. */
  long turn() {
    return open - Math.floorMod(open, panes);
  }

  /** How long a pane is, in milliseconds. */
  long step() {
    return step;
  }

  int slots() {
    return slots;
  }

  /** After how many panes without an event a series is forgotten. */
  long forgetPanes() {
    return forgetPanes;
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

  /** The move of the window to where it is now. */
  Stride stride() {
    return new Stride(slot(open - 1), slot(open - panes), Math.floorMod(open, panes) == 0);
  }
}
