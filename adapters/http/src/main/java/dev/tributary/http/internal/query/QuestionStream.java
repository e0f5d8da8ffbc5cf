package dev.tributary.http.internal.query;

import dev.tributary.api.query.Progress;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A question whose steps are told as they happen: events {@code step}, then one {@code outcome} or
 * {@code failed}. A client that leaves cancels its question. Belongs to one thread.
 */
final class QuestionStream {
  private final QueryEngine engine;
  private final Question question;
  private final Json json;
  private final OutputStream out;
  private @Nullable IOException left;

  QuestionStream(QueryEngine engine, Question question, Json json, OutputStream out) {
    this.engine = engine;
    this.question = question;
    this.json = json;
    this.out = out;
  }

  void run() throws IOException {
    var outcome = engine.ask(question, this::tell);
    if (left != null) {
      throw left;
    }
    try {
      event("outcome", OutcomeAnswer.of(outcome, question.requestId()));
    } catch (RequestException failed) {
      event("failed", FailureAnswer.of(failed));
    }
  }

  private void tell(Progress.Step step) {
    if (left != null) {
      return;
    }
    try {
      event("step", StepAnswer.of(step));
    } catch (IOException e) {
      left = e;
      engine.cancel(question.requestId());
    }
  }

  private void event(String name, Object data) throws IOException {
    out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
    out.write(json.write(data));
    out.write("\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
