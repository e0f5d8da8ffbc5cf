package dev.tributary.api.cache;

import java.time.Duration;
import java.util.Map;

/**
 * Tries the cache. Thread-safe. Each method throws a {@link
 * dev.tributary.api.error.PlatformException} with {@link
 * dev.tributary.api.error.PlatformError#STORE_UNAVAILABLE} if the cache does not answer; the
 * message names it and says what to do.
 */
public interface CacheProbe {

  /**
   * Where the cache is.
   *
   * @return host and port, without secrets
   */
  String place();

  /**
   * Waits for an answer of the cache.
   *
   * @return how long it took
   */
  Duration ping();

  /**
   * Writes a value, reads it again and removes it.
   *
   * @return how long it took
   * @throws dev.tributary.api.error.PlatformException also if another value came back
   */
  Duration readWrite();

  /**
   * What the cache says of itself.
   *
   * @return such as {@code redis_version}, {@code used_memory_human} and {@code connected_clients},
   *     in a stable order
   */
  Map<String, String> info();
}
