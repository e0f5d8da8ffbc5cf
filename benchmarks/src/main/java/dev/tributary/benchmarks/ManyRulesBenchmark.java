package dev.tributary.benchmarks;

import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 10,000 rules in one process: 100 for each of 100 metrics, each per data center of which there are
 * ten. How long one event keeps its 100 rules busy, closing windows included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 2, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ManyRulesBenchmark {
  private static final int METRICS = 100;
  private static final int RULES = 100;
  private static final int DATA_CENTERS = 10;
  private static final long EVENT_EVERY_MILLIS = 20;

  private final Map<String, List<RuleEvaluator>> byMetric = new HashMap<>();
  private final List<Map<String, String>> labels = new ArrayList<>();
  private final Random random = new Random(1);
  private long before;
  private long at = 1_800_000_000_000L;

  /** Puts the rules to work. */
  @Setup
  public void prepare() {
    before = used();
    for (int center = 0; center < DATA_CENTERS; center++) {
      labels.add(Map.of("data_center", "dc-" + center));
    }
    for (int metric = 0; metric < METRICS; metric++) {
      List<RuleEvaluator> rules = new ArrayList<>();
      for (int rule = 0; rule < RULES; rule++) {
        rules.add(RuleEvaluator.of(rule("metric-" + metric, rule), Instant.ofEpochMilli(at)));
      }
      byMetric.put("metric-" + metric, rules);
    }
    for (int event = 0; event < 20 * METRICS * DATA_CENTERS; event++) {
      event();
    }
  }

  private static AlertRule rule(String metric, int number) {
    return AlertRule.metric(metric)
        .id(metric + "-" + number)
        .per("data_center")
        .in(Window.sliding(Duration.ofMinutes(1 + number % 10)))
        .exceeds(number)
        .lasting(Duration.ofMinutes(1))
        .build();
  }

  /** One event, and its hundred rules. */
  @Benchmark
  public int event() {
    at += EVENT_EVERY_MILLIS;
    String metric = "metric-" + random.nextInt(METRICS);
    MetricEvent event =
        MetricEvent.occurrence(
            metric, Instant.ofEpochMilli(at), labels.get(random.nextInt(DATA_CENTERS)));
    int transitions = 0;
    for (RuleEvaluator rule : byMetric.getOrDefault(metric, List.of())) {
      transitions += rule.accept(event).size();
    }
    return transitions;
  }

  /** Tells what 10,000 rules with ten series each take. */
  @TearDown
  public void report() {
    System.out.printf("%nmemory of all rules: %.1f MB%n", (used() - before) / 1e6);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
