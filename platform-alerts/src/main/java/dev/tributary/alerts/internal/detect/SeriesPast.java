package dev.tributary.alerts.internal.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/** What aspects know about a series: its latest values, steps and residuals. Not thread-safe. */
final class SeriesPast {
  /** The most values, the next one included, over which an aspect may compare: {@value}. */
  static final int REACH = 640;

  /** The most residuals, the next one included, that an aspect may look at: {@value}. */
  static final int RESIDUALS = 8;

  private static final int YOUNG = 100;

  private final RecentValues values = new RecentValues(REACH);
  private final RecentValues steps = new RecentValues(REACH);
  private final RecentValues residuals = new RecentValues(RESIDUALS);
  private final Moments moments = new Moments(100_000);
  private final SeasonalProfile profile;

  SeriesPast(SeasonalCycle cycle) {
    profile = new SeasonalProfile(cycle);
  }

  RecentValues values() {
    return values;
  }

  RecentValues steps() {
    return steps;
  }

  RecentValues residuals() {
    return residuals;
  }

  SeasonalCycle cycle() {
    return profile.cycle();
  }

  /** How far the next value lies from the latest one. */
  double step(double next) {
    return values.count() == 0 ? 0 : Math.abs(next - values.back(0));
  }

  /** What is usual at this time of the cycle; NaN while the series is too young. */
  double seasonal(Instant at) {
    return values.count() > YOUNG ? profile.expected(at) : Double.NaN;
  }

  /** The least difference that matters: a share of the spread, and more than rounding. */
  double leastEffect() {
    return 0.1 * moments.deviation() + 1e-9 * Math.abs(moments.mean());
  }

  void learn(Instant at, double value) {
    double expected = seasonal(at);
    residuals.add(Double.isNaN(expected) ? 0 : value - expected);
    steps.add(step(value));
    values.add(value);
    moments.add(value);
    profile.learn(at, value);
  }

  void save(DataOutput out) throws IOException {
    values.save(out);
    steps.save(out);
    residuals.save(out);
    moments.save(out);
    profile.save(out);
  }

  void restore(DataInput in) throws IOException {
    values.restore(in);
    steps.restore(in);
    residuals.restore(in);
    moments.restore(in);
    profile.restore(in);
  }
}
