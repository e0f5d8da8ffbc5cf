package dev.tributary.alerts.internal.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * When to try again: after twice as long each time.
 *
 * @param first after the first failure
 * @param longest at most
 * @param attempts how often it is tried before it is given up
 */
public record Backoff(Duration first, Duration longest, int attempts) {

  /**
   * The usual times: after 5 s, 10 s, 20 s, up to ten minutes, twelve times.
   *
   * @return the times
   */
  public static Backoff standard() {
    return new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10), 12);
  }

  /** How long to wait after so many attempts have failed; nothing if that was the last one. */
  Optional<Duration> after(int failed) {
    if (failed >= attempts) {
      return Optional.empty();
    }
    Duration pause = first.multipliedBy(1L << Math.min(failed - 1, 20));
    return Optional.of(pause.compareTo(longest) > 0 ? longest : pause);
  }
}
