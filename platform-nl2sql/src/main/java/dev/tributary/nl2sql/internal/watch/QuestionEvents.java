package dev.tributary.nl2sql.internal.watch;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.QuestionListener;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.core.CentralStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Appends an event for every question, with its steps. Neither the question nor its SQL is in it:
 * more people read events than may read everybody's questions. Thread-safe.
 */
public final class QuestionEvents implements QuestionListener {
  private final CentralStore store;

  /**
   * Makes it.
   *
   * @param store whose log is appended to
   */
  public QuestionEvents(CentralStore store) {
    this.store = store;
  }

  @Override
  public void step(Question question, Progress.Step step) {
    // A transaction for every step would cost more than the steps.
  }

  @Override
  public void finished(
      Question question, Outcome outcome, List<Progress.Step> steps, Duration elapsed) {
    Ending ending = Ending.of(outcome);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("session_id", question.sessionId());
    data.put("outcome", ending.outcome());
    data.put("reason", ending.reason());
    if (outcome instanceof Outcome.Answered answered) {
      data.put("generator", answered.answer().generator());
      data.put("rows", answered.answer().rows().size());
      data.put("from_cache", answered.answer().fromCache());
    }
    data.put("elapsed_ms", elapsed.toMillis());
    TokenUsage tokens = TokenUsage.NONE;
    List<Map<String, Object>> taken = new ArrayList<>();
    for (Progress.Step step : steps) {
      tokens = tokens.plus(step.tokens());
      taken.add(step(step));
    }
    data.put("tokens", tokens(tokens));
    data.put("steps", taken);
    store.write(transaction -> {
      transaction.append(EventTypes.QUESTION_FINISHED, question.requestId(), data);
      return true;
    });
  }

  private static Map<String, Object> step(Progress.Step step) {
    return Map.of(
        "stage", step.stage().name().toLowerCase(Locale.ROOT),
        "attempt", step.attempt(),
        "elapsed_ms", step.elapsed().toMillis());
  }

  private static Map<String, Object> tokens(TokenUsage tokens) {
    return Map.of("input", tokens.input(), "output", tokens.output(), "cached", tokens.cached());
  }
}
