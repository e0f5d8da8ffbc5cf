package dev.tributary.redis;

import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import redis.clients.jedis.params.SetParams;

/** Tries a Redis server. */
final class RedisProbe implements CacheProbe {
  private static final List<String> TOLD =
      List.of(
          "redis_version",
          "redis_mode",
          "role",
          "uptime_in_seconds",
          "connected_clients",
          "used_memory_human",
          "maxmemory_human",
          "maxmemory_policy",
          "keyspace_hits",
          "keyspace_misses",
          "evicted_keys",
          "aof_enabled",
          "rdb_last_bgsave_status");

  /** What a probe leaves behind if it is cut short is gone after this many seconds. */
  private static final long LEFT_BEHIND_SECONDS = 60;

  private final Commands commands;
  private final String prefix;

  RedisProbe(Commands commands, String prefix) {
    this.commands = commands;
    this.prefix = prefix;
  }

  @Override
  public String place() {
    return commands.place();
  }

  @Override
  public Duration ping() {
    long start = System.nanoTime();
    commands.run(redis -> redis.ping());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public Duration readWrite() {
    String value = UUID.randomUUID().toString();
    String key = prefix + "probe:" + value;
    long start = System.nanoTime();
    String read =
        commands.run(redis -> {
          redis.set(key, value, SetParams.setParams().ex(LEFT_BEHIND_SECONDS));
          String found = redis.get(key);
          redis.del(key);
          return String.valueOf(found);
        });
    if (!read.equals(value)) {
      throw new PlatformException(
          PlatformError.STORE_UNAVAILABLE,
          "redis at "
              + commands.place()
              + " gave back another value than was written: check that it is no read-only replica"
              + " and that its memory suffices");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public Map<String, String> info() {
    Map<String, String> all = new LinkedHashMap<>();
    commands
        .run(redis -> redis.info())
        .lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> all.put(pair[0], pair[1].strip()));
    Map<String, String> told = new LinkedHashMap<>();
    for (String name : TOLD) {
      String value = all.get(name);
      if (value != null) {
        told.put(name, value);
      }
    }
    return Collections.unmodifiableMap(told);
  }
}
