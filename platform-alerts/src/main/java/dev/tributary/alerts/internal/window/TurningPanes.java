package dev.tributary.alerts.internal.window;

/**
 * Panes whose window is read without looking at each of them, however long it is. When a block of
 * panes is complete, every pane in it is replaced by what it and the later ones of the block come
 * to; the block after it is summed up as it grows. A window then is one former and one latter part:
 * M. van Herk, "A fast algorithm for local minimum and maximum filters", Pattern Recognition
 * Letters 13 (1992). Nothing is ever subtracted, so that nothing is lost by it.
 */
abstract class TurningPanes extends Panes {
  /** The slot behind the ring, in which the growing block is summed up. */
  private final int growing;

  TurningPanes(int slots, long... empty) {
    super(slots + 1, empty);
    growing = slots;
  }

  @Override
  final void join(Stride stride) {
    int newest = stride.newest();
    if (stride.turning()) {
      for (int slot = newest; slot != stride.oldest(); slot = previous(slot)) {
        turn(previous(slot), slot);
      }
      forget(growing);
    } else if (count(newest) != 0) {
      fold(growing, newest);
    }
  }

  private int previous(int slot) {
    return slot == 0 ? growing - 1 : slot - 1;
  }

  @Override
  final void turn(int slot, int later) {
    fold(slot, later);
  }

  @Override
  final void resume(int slot, boolean turned) {
    if (!turned) {
      fold(growing, slot);
    }
  }

  @Override
  final double value(Stride stride) {
    return value(stride.oldest(), growing);
  }

  @Override
  final String note(Stride stride) {
    return note(stride.oldest(), growing);
  }

  /** What was said of the event whose value two slots show; empty if they show more than one. */
  String note(int earlier, int later) {
    return "";
  }

  /** The aggregate of two slots. */
  abstract double value(int earlier, int later);

  /** Adds to a slot what a later one holds. */
  abstract void fold(int slot, int later);
}
