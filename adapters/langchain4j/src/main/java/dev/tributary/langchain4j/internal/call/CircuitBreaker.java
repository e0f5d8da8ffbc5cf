package dev.tributary.langchain4j.internal.call;

import dev.tributary.api.query.ModelException;
import dev.tributary.langchain4j.internal.transport.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Spares whoever asks the wait for a provider that is down: after a number of failures in a row no
 * call is made for a while, then one is, and its fate decides (M. Nygard, Release It!, 2007).
 * Thread-safe.
 */
public final class CircuitBreaker {
  private static final Set<ModelException.Cause> COUNTED =
      Set.of(
          ModelException.Cause.UNAVAILABLE,
          ModelException.Cause.TIMEOUT,
          ModelException.Cause.RATE_LIMITED);

  private final int failures;
  private final Duration rest;
  private final InstantSource clock;
  private int inRow;
  private @Nullable Instant closedUntil;

  /**
   * Makes a breaker that lets calls pass.
   *
   * @param failures how many failures in a row break it
   * @param rest how long no call is made then
   * @param clock tells the time
   */
  public CircuitBreaker(int failures, Duration rest, InstantSource clock) {
    this.failures = failures;
    this.rest = rest;
    this.clock = clock;
  }

  /**
   * Makes a call, or not.
   *
   * @param call the call
   * @return what it returns
   * @param <T> what it returns
   * @throws Failure of the call, or because none was made
   */
  public <T> T make(Supplier<T> call) {
    admit();
    try {
      T result = call.get();
      succeeded();
      return result;
    } catch (Failure failure) {
      failed(failure);
      throw failure;
    }
  }

  private synchronized void admit() {
    Instant until = closedUntil;
    if (until == null) {
      return;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      throw Failure.lasting(
          ModelException.Cause.CIRCUIT_OPEN,
          "not asked, because " + inRow + " calls in a row failed; next try at " + until,
          null);
    }
    // This call is the probe; the others wait as long again for what it finds.
    closedUntil = now.plus(rest);
  }

  private synchronized void succeeded() {
    inRow = 0;
    closedUntil = null;
  }

  private synchronized void failed(Failure failure) {
    if (Thread.currentThread().isInterrupted()) {
      reopenForProbe();
    } else if (!COUNTED.contains(failure.kind())) {
      succeeded();
    } else {
      inRow++;
      if (inRow >= failures) {
        closedUntil = clock.instant().plus(rest);
      }
    }
  }

  /** A call that was stopped says nothing of the provider; the next one may try. */
  private void reopenForProbe() {
    if (closedUntil != null) {
      closedUntil = clock.instant();
    }
  }
}
