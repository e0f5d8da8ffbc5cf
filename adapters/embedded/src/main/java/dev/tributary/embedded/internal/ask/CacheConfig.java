package dev.tributary.embedded.internal.ask;

import dev.tributary.api.settings.Settings;
import dev.tributary.nl2sql.InMemoryResultCache;
import java.time.Duration;

/**
 * How rows are kept for questions that come again.
 *
 * @param age for how long; zero for not at all
 * @param results how many results at most
 * @param bytes about how many bytes at most
 */
record CacheConfig(Duration age, int results, long bytes) {
  static final CacheConfig DEFAULT =
      new CacheConfig(
          InMemoryResultCache.DEFAULT_AGE,
          InMemoryResultCache.DEFAULT_ENTRIES,
          InMemoryResultCache.DEFAULT_BYTES);

  private static final int MOST_RESULTS = 1_000_000;

  static CacheConfig read(Settings section) {
    long bytes = section.bytes("size", DEFAULT.bytes());
    if (bytes < 1) {
      section.note("size", "is not more than zero", "use a size such as 64MiB; age: 0s keeps none");
      bytes = DEFAULT.bytes();
    }
    return new CacheConfig(
        section.duration("age", DEFAULT.age()),
        (int) section.integer("results", DEFAULT.results(), 1, MOST_RESULTS),
        bytes);
  }
}
