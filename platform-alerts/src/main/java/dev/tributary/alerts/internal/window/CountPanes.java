package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;

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
  void include(int slot, MetricEvent event) {}

  @Override
  void join(Stride stride) {}

  @Override
  void resume(int slot, boolean turned) {}

  @Override
  void merge(Panes other) {}
}
