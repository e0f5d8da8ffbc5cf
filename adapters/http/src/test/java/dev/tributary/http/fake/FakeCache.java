package dev.tributary.http.fake;

import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.util.Map;

/** A cache that is up or down as it is told. */
public final class FakeCache implements CacheProbe {
  public volatile boolean up = true;

  @Override
  public String place() {
    return "cache:6379";
  }

  @Override
  public Duration ping() {
    return took(1_500_000);
  }

  @Override
  public Duration readWrite() {
    return took(2_500_000);
  }

  @Override
  public Map<String, String> info() {
    took(0);
    return Map.of("redis_version", "7.2.4");
  }

  private Duration took(long nanos) {
    if (!up) {
      throw new PlatformException(
          PlatformError.STORE_UNAVAILABLE,
          "redis at cache:6379 does not answer; check that it runs");
    }
    return Duration.ofNanos(nanos);
  }
}
