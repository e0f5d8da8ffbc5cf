package dev.tributary.http.internal.cache;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the cache answered.
 *
 * @param status {@code up}, {@code down} or {@code not_configured}
 * @param place where it is; null if there is none
 * @param took how long it took; null if it did not answer or was not asked for time
 * @param info what it says of itself; empty unless that was asked for
 * @param message what is wrong, and what to do; empty if nothing is
 */
record CacheAnswer(
    String status,
    @Nullable String place,
    @Nullable Duration took,
    Map<String, String> info,
    String message) {
  static CacheAnswer none() {
    return new CacheAnswer(
        "not_configured",
        null,
        null,
        Map.of(),
        "No Redis is configured, and none is needed: windows are kept in the central store. To use"
            + " one, say redis: {host: ...} in the configuration");
  }

  static CacheAnswer up(String place, Duration took) {
    return new CacheAnswer("up", place, took, Map.of(), "");
  }

  static CacheAnswer of(String place, Map<String, String> info) {
    return new CacheAnswer("up", place, null, info, "");
  }

  static CacheAnswer down(String place, String message) {
    return new CacheAnswer("down", place, null, Map.of(), message);
  }
}
