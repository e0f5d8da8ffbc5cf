package dev.tributary.alerts.internal.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * What a series usually shows at each time of a cycle: an exponentially weighted mean per slot, the
 * additive seasonal component of P. R. Winters, "Forecasting sales by exponentially weighted moving
 * averages", Management Science 6 (1960), without level and trend. Not thread-safe.
 */
final class SeasonalProfile {
  private static final double DECAY = 0.97;
  private static final double LEAST_WEIGHT = 1.9;

  private final SeasonalCycle cycle;
  private final double[] sums;
  private final double[] weights;

  SeasonalProfile(SeasonalCycle cycle) {
    this.cycle = cycle;
    this.sums = new double[cycle.slots()];
    this.weights = new double[cycle.slots()];
  }

  SeasonalCycle cycle() {
    return cycle;
  }

  /** What is usual at a moment; NaN until the slot has seen two values. */
  double expected(Instant at) {
    int slot = cycle.slot(at);
    return weights[slot] > LEAST_WEIGHT ? sums[slot] / weights[slot] : Double.NaN;
  }

  void learn(Instant at, double value) {
    int slot = cycle.slot(at);
    sums[slot] = sums[slot] * DECAY + value;
    weights[slot] = weights[slot] * DECAY + 1;
  }

  void save(DataOutput out) throws IOException {
    for (int slot = 0; slot < sums.length; slot++) {
      out.writeDouble(sums[slot]);
      out.writeDouble(weights[slot]);
    }
  }

  void restore(DataInput in) throws IOException {
    for (int slot = 0; slot < sums.length; slot++) {
      sums[slot] = in.readDouble();
      weights[slot] = in.readDouble();
    }
  }
}
