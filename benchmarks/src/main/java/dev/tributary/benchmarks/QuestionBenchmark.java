package dev.tributary.benchmarks;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import java.io.IOException;
import java.util.List;
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
 * A question from its words to its answer without a model: understanding, gate, rows, description,
 * and the event that tells of it. No question comes twice, so that no rows come from the cache.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "--enable-native-access=ALL-UNNAMED")
public class QuestionBenchmark {
  private static final int ROWS = 20_000;
  private static final List<String> QUESTIONS =
      List.of(
          "How many payments have an amount over %d?",
          "number of payments with amount over %d by country",
          "average amount of payments with amount over %d by channel",
          "total amount of payments with amount under %d by status",
          "payments with amount over 9990 and customer id over %d",
          "number of pending payments with amount over %d by currency");

  private Collecting collected = Collecting.none();
  private int asked;

  /** Collects the payments, and makes sure that every question is answered. */
  @Setup
  public void prepare() throws IOException {
    collected = Collecting.ofSqlite(ROWS);
    collected.collect();
    for (int i = 0; i < QUESTIONS.size(); i++) {
      Outcome outcome = question();
      if (!(outcome instanceof Outcome.Answered)) {
        throw new IllegalStateException(QUESTIONS.get(i) + " came out as " + outcome);
      }
    }
  }

  /** Removes them. */
  @TearDown
  public void remove() throws IOException {
    collected.remove();
  }

  /** Asks the next question. */
  @Benchmark
  public Outcome question() {
    String words = QUESTIONS.get(asked % QUESTIONS.size()).formatted(asked % 9_000);
    asked++;
    return collected.query().ask(Question.of(words));
  }
}
