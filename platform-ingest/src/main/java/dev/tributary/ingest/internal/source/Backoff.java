package dev.tributary.ingest.internal.source;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a source is left alone after failures: twice as long each time, from one second to five
 * minutes, of which a random half is taken off so that sources that failed together do not come
 * back together. A source that asks for a longer rest gets it. Thread-safe if the generator is.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final int MOST_DOUBLINGS = 9;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  Duration after(int failures, Optional<Duration> asked) {
    long grown = FIRST.toMillis() << Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
    long most = Math.min(grown, MOST.toMillis());
    Duration own = Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    return asked.filter(rest -> rest.compareTo(own) > 0).orElse(own);
  }
}
