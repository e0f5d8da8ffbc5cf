package dev.tributary.redis;

import dev.tributary.api.window.WindowStore;
import dev.tributary.testkit.WindowStoreContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisWindowStoreIT extends WindowStoreContract {
  private static LiveRedis server;
  private static RedisCache cache;

  @BeforeAll
  static void start() throws IOException {
    server = new LiveRedis("");
    cache = RedisCache.of(server.config().build());
  }

  @AfterAll
  static void stop() throws IOException {
    cache.close();
    server.close();
  }

  @Override
  protected WindowStore open() {
    return cache.windows();
  }
}
