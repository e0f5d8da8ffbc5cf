package dev.tributary.alerts.internal.window;

/**
 * One move of a window over the rings of all its series.
 *
 * @param newest the slot of the pane that closes
 * @param oldest the slot of the oldest pane in the window, which leaves it afterwards
 * @param turning whether the panes in the window are the whole of a block; blocks are as long as
 *     the window and follow one another
 */
record Stride(int newest, int oldest, boolean turning) {
  /** The only move over a ring of one slot. */
  static final Stride ONLY = new Stride(0, 0, true);
}
