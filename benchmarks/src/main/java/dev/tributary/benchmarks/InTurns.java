package dev.tributary.benchmarks;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Times two works in turns, one call each, so that whatever else the machine does meets both alike.
 * Each goes first as often as the other. What is told is the mean, over the iterations, of the
 * median and the quartiles of all pairs of one.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class InTurns {
  private static final int MOST = 1 << 20;

  private final double[] times = new double[MOST];
  private final double[] limits = new double[MOST];
  private final double[] works = new double[MOST];
  private int iterations;
  private int pairs;

  /** Forgets the pairs of the iteration before. */
  @Setup(Level.Iteration)
  public void begin(BenchmarkParams params) {
    pairs = 0;
    iterations = Math.max(1, params.getForks()) * params.getMeasurement().getCount();
  }

  /** Times a pair; what the two return is compared, so that neither is left out. */
  boolean measure(Callable<?> limit, Callable<?> work) throws Exception {
    boolean limitFirst = pairs % 2 == 0;
    long start = System.nanoTime();
    Object first = (limitFirst ? limit : work).call();
    long middle = System.nanoTime();
    Object second = (limitFirst ? work : limit).call();
    long end = System.nanoTime();
    double ofLimit = limitFirst ? middle - start : end - middle;
    double ofWork = limitFirst ? end - middle : middle - start;
    int place = pairs % MOST;
    limits[place] = ofLimit / 1_000;
    works[place] = ofWork / 1_000;
    times[place] = ofWork / ofLimit;
    pairs++;
    return first.equals(second);
  }

  /** How long the limit took, in microseconds. */
  public double limitMicros() {
    return quantile(limits, 0.5);
  }

  /** How long the work took, in microseconds. */
  public double workMicros() {
    return quantile(works, 0.5);
  }

  /** How many times the limit the work took. */
  public double timesLimit() {
    return quantile(times, 0.5);
  }

  /** What a quarter of the pairs stayed below. */
  public double timesLimitQuarter() {
    return quantile(times, 0.25);
  }

  /** What three quarters of the pairs stayed below. */
  public double timesLimitThreeQuarters() {
    return quantile(times, 0.75);
  }

  /** A part of the mean: JMH adds up what the iterations tell. */
  private double quantile(double[] values, double share) {
    double[] sorted = Arrays.copyOf(values, Math.min(pairs, MOST));
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)] / iterations;
  }
}
