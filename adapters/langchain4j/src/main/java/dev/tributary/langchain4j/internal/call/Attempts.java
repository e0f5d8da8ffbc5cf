package dev.tributary.langchain4j.internal.call;

import dev.tributary.api.http.Backoff;
import dev.tributary.api.query.ModelException;
import dev.tributary.langchain4j.internal.transport.Failure;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries again where that can help, a bounded number of times. Thread-safe. */
public final class Attempts {
  /** A longer rest is not waited for: somebody is waiting for an answer. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final int retries;
  private final Pause pause;
  private final Backoff backoff;

  /**
   * Makes it.
   *
   * @param retries how often a call is tried again
   * @param pause waits in between
   * @param random spreads attempts over time
   */
  public Attempts(int retries, Pause pause, RandomGenerator random) {
    this.retries = retries;
    this.pause = pause;
    this.backoff = new Backoff(LONGEST_PAUSE, random);
  }

  /**
   * Makes a call.
   *
   * @param call the call
   * @return what it returns
   * @param <T> what it returns
   * @throws Failure the last one, if none of the attempts succeeds
   */
  public <T> T make(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (Failure failure) {
        int next = attempt;
        Duration rest = failure.retryAfter().orElseGet(() -> backoff.before(next));
        if (!failure.passing() || attempt > retries || rest.compareTo(LONGEST_REST) > 0) {
          throw failure;
        }
        wait(rest, failure);
      }
    }
  }

  private void wait(Duration rest, Failure failure) {
    try {
      pause.rest(rest);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failure.lasting(
          ModelException.Cause.UNAVAILABLE, "stopped while waiting to try again", failure);
    }
  }
}
