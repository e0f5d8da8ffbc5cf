package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.MetricEvent;

/**
 * Panes that add values up, as a pair of a rounded sum and its rounding error (T. J. Dekker, "A
 * Floating-Point Technique for Extending the Available Precision", Numerische Mathematik 18, 1971).
 * Some 106 bits are kept, so that neither the order in which events come nor their number shows in
 * the 53 bits that are read.
 */
final class SumPanes extends TurningPanes {
  /** Greater values count as this one, so that no number of them adds up to infinity. */
  private static final double MOST = 1e292;

  private static final int SUM = 1;
  private static final int ERROR = 2;

  private final boolean mean;

  SumPanes(int slots, boolean mean) {
    super(slots, 0, 0);
    this.mean = mean;
  }

  @Override
  double value(int earlier, int later) {
    double high = real(earlier, SUM);
    double other = real(later, SUM);
    double sum = high + other;
    double error = roundingError(high, other, sum) + real(earlier, ERROR) + real(later, ERROR);
    return mean ? (sum + error) / held() : sum + error;
  }

  @Override
  void include(int slot, MetricEvent event) {
    add(slot, Math.clamp(event.value(), -MOST, MOST), 0);
  }

  @Override
  void fold(int slot, int later) {
    add(slot, real(later, SUM), real(later, ERROR));
  }

  @Override
  void merge(Panes other) {
    add(0, other.real(0, SUM), other.real(0, ERROR));
  }

  private void add(int slot, double value, double error) {
    double high = real(slot, SUM);
    double sum = high + value;
    double lost = roundingError(high, value, sum) + real(slot, ERROR) + error;
    double rounded = sum + lost;
    real(slot, SUM, rounded);
    real(slot, ERROR, lost - (rounded - sum));
  }

  /** What is lost when two numbers are added: D. E. Knuth, TAOCP volume 2, 4.2.2, theorem B. */
  private static double roundingError(double left, double right, double sum) {
    double virtual = sum - left;
    return (left - (sum - virtual)) + (right - virtual);
  }
}
