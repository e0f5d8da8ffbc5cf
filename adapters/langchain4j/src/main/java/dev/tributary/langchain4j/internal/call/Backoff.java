package dev.tributary.langchain4j.internal.call;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, of which a random part, so that
 * clients do not come back together ("full jitter", M. Brooker, Exponential Backoff And Jitter,
 * 2015).
 */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 8_000;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration before(int attempt) {
    long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
    return Duration.ofMillis(random.nextLong(most) + 1);
  }
}
