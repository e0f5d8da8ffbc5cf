package dev.tributary.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast events of 1,000 users go through sliding windows to alerts, beside peers and a limit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WindowBenchmark.EVENTS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g")
public class WindowBenchmark {
  static final int EVENTS = 3_700_000;

  /** How many windows; one is a minute long, the others five minutes and an hour. */
  @Param({"1", "3"})
  public int windows;

  private Logins logins;
  private List<Map<String, Double>> expected;

  /** Makes the events, and the right answers. */
  @Setup
  public void prepare() {
    logins = new Logins(EVENTS);
    BareWindows bare = new BareWindows(windows);
    bare.feed(logins);
    expected = bare.sums();
  }

  /** Arrays of panes in a loop. */
  @Benchmark
  public void bare() {
    run(BareWindows::new);
  }

  /** Rules with their alerts. */
  @Benchmark
  public void tributary() {
    run(TributaryWindows::new);
  }

  /** Siddhi, one window of all users, grouped. */
  @Benchmark
  public void siddhi() {
    run(SiddhiWindows::grouped);
  }

  /** Siddhi, a window for each user. */
  @Benchmark
  public void siddhiPartitioned() {
    run(SiddhiWindows::partitioned);
  }

  /** Esper. */
  @Benchmark
  public void esper() {
    run(EsperWindows::new);
  }

  private void run(IntFunction<WindowEngine> engines) {
    try (WindowEngine engine = engines.apply(windows)) {
      engine.feed(logins);
      if (!engine.sums().equals(expected)) {
        throw new IllegalStateException("another answer than that of the bare loop");
      }
    }
  }
}
