package dev.tributary.benchmarks;

import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The 99th percentile of the latest 5 minutes of each of 1,000 users, every 5 seconds: a rule with
 * its alerts, beside the exact one of all values in the window.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PercentileBenchmark.EVENTS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class PercentileBenchmark {
  static final int EVENTS = 600_000;
  private static final double SHARE = 0.99;
  private static final double TOLERANCE = 0.02;
  private static final Duration LENGTH = Duration.ofMinutes(5);
  private static final long STEP = LENGTH.toMillis() / 60;

  private Logins logins = new Logins(0);
  private Map<String, Double> expected = Map.of();

  /** Makes the events, and the right answers. */
  @Setup
  public void prepare() {
    logins = new Logins(EVENTS);
    expected = exactly();
  }

  /** Every value of the window, sorted. */
  @Benchmark
  public Map<String, Double> exact() {
    return exactly();
  }

  /** A rule. */
  @Benchmark
  public void tributary() {
    AlertRule rule =
        AlertRule.metric("logins")
            .per("user")
            .of(Aggregate.percentile(100 * SHARE))
            .in(Window.sliding(LENGTH))
            .exceeds(99)
            .build();
    RuleEvaluator evaluator = RuleEvaluator.of(rule, Instant.EPOCH);
    for (MetricEvent event : logins.events) {
      evaluator.accept(event);
    }
    evaluator.advance(Instant.ofEpochMilli(logins.end()));
    for (AlertStatus status : evaluator.alerts()) {
      double exact = expected.get(String.valueOf(status.alert().labels().get("user")));
      if (!(Math.abs(status.value() - exact) <= TOLERANCE * exact)) {
        throw new IllegalStateException(status.value() + " is not within 2 % of " + exact);
      }
    }
  }

  private Map<String, Double> exactly() {
    Map<String, ArrayDeque<double[]>> windows = new HashMap<>();
    Map<String, Double> latest = new HashMap<>();
    long open = logins.at[0] / STEP;
    for (int index = 0; index < logins.size(); index++) {
      while (open < logins.at[index] / STEP) {
        open++;
        close(windows, latest, open * STEP);
      }
      windows
          .computeIfAbsent(logins.users[logins.user[index]], user -> new ArrayDeque<>())
          .add(new double[] {logins.at[index], logins.value[index]});
    }
    close(windows, latest, logins.end());
    return latest;
  }

  private static void close(
      Map<String, ArrayDeque<double[]>> windows, Map<String, Double> latest, long end) {
    windows.forEach((user, window) -> {
      while (!window.isEmpty() && window.peek()[0] < end - LENGTH.toMillis()) {
        window.poll();
      }
      double[] values = new double[window.size()];
      int place = 0;
      for (double[] event : window) {
        values[place] = event[1];
        place++;
      }
      Arrays.sort(values);
      latest.put(
          user, values.length == 0 ? Double.NaN : values[(int) (SHARE * (values.length - 1))]);
    });
  }
}
