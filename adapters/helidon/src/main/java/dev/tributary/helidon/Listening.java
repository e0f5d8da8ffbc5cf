package dev.tributary.helidon;

import dev.tributary.api.error.PlatformException;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Starts a server, or says in an operator's words why it cannot listen. */
final class Listening {
  private Listening() {}

  /**
   * Helidon logs a failure to bind and returns; so the address is tried before, and looked at
   * after.
   */
  static WebServer start(WebServer server, ServerConfig config) {
    tryAddress(config);
    server.start();
    if (!server.isRunning()) {
      server.stop();
      tryAddress(config);
      throw new PlatformException(
          ServerError.ADDRESS_UNAVAILABLE,
          "cannot listen on " + address(config) + "; the log has more");
    }
    return server;
  }

  private static void tryAddress(ServerConfig config) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(config.host(), config.port()));
    } catch (IOException e) {
      throw new PlatformException(
          ServerError.ADDRESS_UNAVAILABLE,
          "cannot listen on " + address(config) + ": " + explain(e, config),
          e);
    }
  }

  private static String explain(IOException failure, ServerConfig config) {
    String words = String.valueOf(failure.getMessage());
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("in use")) {
      return "another program uses it; stop that program, or choose another port with --port or"
          + " server.port (0 takes any free one)";
    }
    if (lower.contains("permission") && config.port() < 1024) {
      return "ports below 1024 need a privilege; choose a higher one with --port or server.port";
    }
    return words + "; set server.host to an address of this machine, such as 127.0.0.1 or 0.0.0.0";
  }

  private static String address(ServerConfig config) {
    return "port " + config.port() + " of " + config.host();
  }
}
