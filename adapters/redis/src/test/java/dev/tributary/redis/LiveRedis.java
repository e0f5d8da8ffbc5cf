package dev.tributary.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** A server of its own, that can be stopped and started again on the same port, empty. */
final class LiveRedis implements AutoCloseable {
  private final int port;
  private final String password;
  private RedisServer server;

  LiveRedis(String password) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    this.password = password;
    start();
  }

  void start() throws IOException {
    var builder =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .setting("daemonize no");
    server =
        password.isEmpty() ? builder.build() : builder.setting("requirepass " + password).build();
    server.start();
  }

  RedisConfig.Builder config() {
    return RedisConfig.builder("127.0.0.1").port(port);
  }

  /** Throws away everything it holds. */
  void flush() {
    try (Jedis jedis = new Jedis("127.0.0.1", port)) {
      jedis.flushAll();
    }
  }

  void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
