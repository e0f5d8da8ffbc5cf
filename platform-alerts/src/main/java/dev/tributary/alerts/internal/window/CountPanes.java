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
  double value(Stride stride) {
    return held() / divisor;
  }

  @Override
  void include(int slot, Observation observation) {}

  @Override
  void join(Stride stride) {}

  @Override
  void resume(int slot, boolean turned) {}

  @Override
  boolean unused(int slot) {
    return true;
  }

  @Override
  void forget(int slot) {}

  @Override
  void merge(Panes other) {}

  @Override
  void saveSlot(int slot, DataOutput out) {}

  @Override
  void restoreSlot(int slot, DataInput in) {}
}
