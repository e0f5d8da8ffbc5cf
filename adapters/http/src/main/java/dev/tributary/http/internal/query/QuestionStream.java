package dev.tributary.http.internal.query;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A question whose steps are told as they happen: events {@code step}, then one {@code outcome} or
 * {@code failed}. A client that leaves cancels its question, also in the middle of a step: comments
 * that are sent meanwhile show that it has left. For one question.
 */
final class QuestionStream {
  /** A connection that was closed shows at the second write. */
  private static final long PROBE_MILLIS = 250;

  private final QueryEngine engine;
  private final Question question;
  private final QuestionFrames frames;
  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile @Nullable IOException left;

  QuestionStream(QueryEngine engine, Question question, Json json, OutputStream out) {
    this.engine = engine;
    this.question = question;
    this.frames = new QuestionFrames(json, out);
  }

  void run() throws IOException {
    Outcome outcome = ask();
    IOException gone = left;
    if (gone != null) {
      throw gone;
    }
    try {
      frames.event("outcome", OutcomeAnswer.of(outcome, question.requestId()));
    } catch (RequestException failed) {
      frames.event("failed", FailureAnswer.of(failed));
    }
  }

  private Outcome ask() {
    Thread.ofVirtual().name("tributary-question-watch").start(this::watch);
    try {
      return engine.ask(question, this::tell);
    } finally {
      answered.countDown();
    }
  }

  private void watch() {
    try {
      while (left == null && !answered.await(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
        send(frames::nothing);
      }
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Progress.Step step) {
    if (left == null) {
      send(() -> frames.event("step", StepAnswer.of(step)));
    }
  }

  private void send(Sending what) {
    try {
      what.send();
    } catch (IOException e) {
      left = e;
      engine.cancel(question.requestId());
    }
  }

  /** Something that is written. */
  @FunctionalInterface
  private interface Sending {
    void send() throws IOException;
  }
}
