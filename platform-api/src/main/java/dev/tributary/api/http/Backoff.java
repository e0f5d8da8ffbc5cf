package dev.tributary.api.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long each time, of which a random part, so that
 * clients do not come back together ("full jitter", M. Brooker, Exponential Backoff And Jitter,
 * 2015). Thread-safe if its source of chance is.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 500;

  private final Duration most;
  private final RandomGenerator random;

  /**
   * Makes one that begins at half a second.
   *
   * @param most the longest pause
   * @param random chooses the random part
   */
  public Backoff(Duration most, RandomGenerator random) {
    this.most = most;
    this.random = random;
  }

  /**
   * The pause before an attempt.
   *
   * @param attempt its number: 1 for the first one after a failure
   * @return more than nothing, at most the longest pause
   */
  public Duration before(int attempt) {
    long millis = Math.min(most.toMillis(), FIRST_MILLIS << Math.min(attempt - 1, 10));
    return Duration.ofMillis(random.nextLong(millis) + 1);
  }
}
