package dev.tributary.nl2sql.internal.watch;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.QuestionListener;
import dev.tributary.api.query.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What questions measure. No text of a question becomes a label. Thread-safe. */
public final class QuestionMetrics implements QuestionListener {
  private final MeterRegistry registry;

  /**
   * Makes the metrics.
   *
   * @param registry where they are kept
   */
  public QuestionMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void step(Question question, Progress.Step step) {
    if (!step.ended()) {
      return;
    }
    Timer.builder("tributary.nl2sql.step")
        .description("Time of a step from question to answer")
        .tag("stage", step.stage().name().toLowerCase(Locale.ROOT))
        .register(registry)
        .record(step.elapsed());
    TokenUsage tokens = step.tokens();
    count("input", tokens.input());
    count("output", tokens.output());
    count("cached", tokens.cached());
  }

  @Override
  public void finished(
      Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {
    Ending ending = Ending.of(outcome);
    Timer.builder("tributary.nl2sql.question")
        .description("Time from a question to its outcome")
        .tag("outcome", ending.outcome())
        .tag("reason", ending.reason())
        .register(registry)
        .record(elapsed);
  }

  private void count(String kind, long tokens) {
    if (tokens > 0) {
      registry.counter("tributary.nl2sql.tokens", "kind", kind).increment((double) tokens);
    }
  }
}
