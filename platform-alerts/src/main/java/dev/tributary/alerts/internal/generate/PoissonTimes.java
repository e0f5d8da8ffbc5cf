package dev.tributary.alerts.internal.generate;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * The times of events that come independently of one another at a changing rate: P. A. W. Lewis, G.
 * S. Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research
 * Logistics 26 (1979). The same seed gives the same times on every machine. Not thread-safe.
 */
public final class PoissonTimes {
  private final DoubleUnaryOperator rate;
  private final double most;
  private final double until;
  private final Random random;
  private double at;

  /**
   * Begins at second 0.
   *
   * @param rate events per second, by seconds since the beginning
   * @param most what the rate never exceeds
   * @param until seconds after which no event comes
   * @param seed decides everything that is random
   */
  public PoissonTimes(DoubleUnaryOperator rate, double most, double until, long seed) {
    this.rate = rate;
    this.most = most;
    this.until = until;
    this.random = new Random(seed);
  }

  /**
   * The next time.
   *
   * @return seconds since the beginning; NaN if no more event comes
   */
  public double next() {
    while (most > 0 && at < until) {
      at -= StrictMath.log(1 - random.nextDouble()) / most;
      double accepted = random.nextDouble() * most;
      if (at < until && accepted < rate.applyAsDouble(at)) {
        return at;
      }
    }
    return Double.NaN;
  }
}
