package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;

/** Panes that only count events, divided by a number. */
final class CountPanes extends Panes {
  private final double divisor;

  CountPanes(int slots, double divisor) {
    super(slots);
    this.divisor = divisor;
  }

  @Override
  double aggregate(int first, int length) {
    return count(first, length) / divisor;
  }

  @Override
  void include(int slot, Observation observation) {}

  @Override
  void forget(int slot) {}

  @Override
  void join(int slot, Panes other, int otherSlot) {}

  @Override
  void saveSlot(int slot, DataOutput out) {}

  @Override
  void restoreSlot(int slot, DataInput in) {}
}
