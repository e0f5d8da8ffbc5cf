package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;

/** Panes that keep the greatest value, or of negated values the least. */
final class ExtremePanes extends TurningPanes {
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final int GREATEST = 1;

  private final double sign;

  private ExtremePanes(int slots, double sign) {
    super(slots, Double.doubleToRawLongBits(NONE));
    this.sign = sign;
  }

  static ExtremePanes max(int slots) {
    return new ExtremePanes(slots, 1);
  }

  static ExtremePanes min(int slots) {
    return new ExtremePanes(slots, -1);
  }

  @Override
  double value(int earlier, int later) {
    return held() == 0
        ? Double.NaN
        : sign * Math.max(real(earlier, GREATEST), real(later, GREATEST));
  }

  @Override
  void include(int slot, MetricEvent event) {
    take(slot, sign * event.value());
  }

  @Override
  void fold(int slot, int later) {
    take(slot, real(later, GREATEST));
  }

  @Override
  void merge(Panes other) {
    take(0, other.real(0, GREATEST));
  }

  private void take(int slot, double value) {
    real(slot, GREATEST, Math.max(real(slot, GREATEST), value));
  }
}
