package dev.tributary.redis;

import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.window.WindowStore;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/**
 * A Redis or Valkey server. Nothing is sent before it is needed, and connections that broke are
 * made anew. Thread-safe.
 */
public final class RedisCache implements AutoCloseable {
  private final Commands commands;
  private final String prefix;

  private RedisCache(Commands commands, String prefix) {
    this.commands = commands;
    this.prefix = prefix;
  }

  /**
   * Prepares to talk to a server.
   *
   * @param config where it is
   * @return the server, whether it runs or not
   */
  public static RedisCache of(RedisConfig config) {
    DefaultJedisClientConfig.Builder client =
        DefaultJedisClientConfig.builder()
            .clientName("tributary")
            .timeoutMillis(config.timeoutMillis())
            .database(config.database());
    if (config.tls()) {
      client.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    if (!config.user().isEmpty()) {
      client.user(config.user());
    }
    if (!config.password().reveal().isEmpty()) {
      client.password(config.password().reveal());
    }
    RedisClient redis =
        RedisClient.builder()
            .hostAndPort(config.host(), config.port())
            .clientConfig(client.build())
            .build();
    return new RedisCache(
        new Commands(redis, config.host() + ":" + config.port()), config.prefix());
  }

  /**
   * Windows on this server.
   *
   * @return a store; closing it closes nothing
   */
  public WindowStore windows() {
    return new RedisWindowStore(commands, prefix);
  }

  /**
   * What tries this server.
   *
   * @return a probe
   */
  public CacheProbe probe() {
    return new RedisProbe(commands, prefix);
  }

  /** Closes the connections. Closing again does nothing. */
  @Override
  public void close() {
    commands.close();
  }
}
