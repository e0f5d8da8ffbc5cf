package dev.tributary.redis;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.util.function.Function;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Sends commands, and says in the platform's words why one failed. Thread-safe. */
final class Commands implements AutoCloseable {
  private final UnifiedJedis redis;
  private final String place;

  Commands(UnifiedJedis redis, String place) {
    this.redis = redis;
    this.place = place;
  }

  String place() {
    return place;
  }

  /**
   * Runs commands. Connections that broke while they were idle are only noticed when they are used,
   * so that a broken one is given a second attempt on a new one: commands have to bear that.
   */
  <T> T run(Function<UnifiedJedis, T> commands) {
    try {
      return attempt(commands);
    } catch (JedisException failed) {
      throw new PlatformException(
          PlatformError.STORE_UNAVAILABLE,
          "redis at "
              + place
              + " does not answer: "
              + failed.getMessage()
              + "; check that it runs, and host, port, user, password and tls in the section redis",
          failed);
    }
  }

  private <T> T attempt(Function<UnifiedJedis, T> commands) {
    try {
      return commands.apply(redis);
    } catch (JedisConnectionException broken) {
      return commands.apply(redis);
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
