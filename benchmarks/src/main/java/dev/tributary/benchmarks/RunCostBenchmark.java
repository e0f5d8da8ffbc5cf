package dev.tributary.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a run costs that finds nothing new, and what a platform costs before its first row. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class RunCostBenchmark {
  private Collecting collected = Collecting.none();

  /** Collects one file of a hundred rows. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    collected = Collecting.ofSqlite(100);
    collected.collect();
  }

  /** Removes it. */
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    collected.remove();
  }

  /** A run that looks at the folder and finds nothing new. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public long idlePoll() {
    return collected.collect();
  }

  /** A platform made from nothing, its first run of a hundred rows, and its end. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public long firstRun() throws IOException {
    Collecting fresh = Collecting.ofSqlite(100);
    long rows = fresh.collect();
    fresh.remove();
    return rows;
  }
}
