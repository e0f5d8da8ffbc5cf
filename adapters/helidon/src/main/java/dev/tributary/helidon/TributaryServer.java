package dev.tributary.helidon;

import dev.tributary.api.Platform;
import dev.tributary.http.HttpApi;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server over a platform, which it does not own. Thread-safe. */
public final class TributaryServer implements AutoCloseable {
  private final WebServer server;
  private final HttpApi api;
  private final RequestMetrics metrics;
  private final String host;
  private final AtomicBoolean closed = new AtomicBoolean();

  private TributaryServer(WebServer server, HttpApi api, RequestMetrics metrics, String host) {
    this.server = server;
    this.api = api;
    this.metrics = metrics;
    this.host = host;
  }

  /**
   * Starts a server and returns when it listens. It registers no shutdown hook: whoever starts it
   * closes it, before the platform.
   *
   * @param platform what it serves; not closed with it
   * @param config where to listen and what to allow
   * @param registry all metrics: what {@code /metrics} shows and where requests are counted
   * @param clock the time
   * @param version the version of the service, as health shows it
   * @return the running server
   * @throws dev.tributary.api.error.PlatformException if it cannot listen there, naming the address
   *     and the remedy
   */
  public static TributaryServer start(
      Platform platform,
      ServerConfig config,
      PrometheusMeterRegistry registry,
      InstantSource clock,
      String version) {
    HttpApi api = HttpApi.of(platform, config.http(), registry::scrape, clock, version);
    RequestMetrics metrics = RequestMetrics.in(registry, api);
    Exchanges exchanges = new Exchanges(api, Landing.load(), metrics);
    WebServer server =
        WebServer.builder()
            .host(config.host())
            .port(config.port())
            .shutdownHook(false)
            // Helidon's channel sockets (4.4.0) drop what one write does not take, so a client that
            // reads slowly would get a body with holes in it; its stream sockets write all of it.
            .useNio(false)
            .shutdownGracePeriod(config.shutdownGrace())
            .directHandlers(UnreadRequests.handlers(api))
            .routing(HttpRouting.builder().any(exchanges::handle))
            .build();
    return new TributaryServer(Listening.start(server, config), api, metrics, config.host());
  }

  /**
   * The port it listens on, also where the configuration left the choice to the system.
   *
   * @return the port
   */
  public int port() {
    return server.port();
  }

  /**
   * The address to open in a browser.
   *
   * @return such as {@code http://127.0.0.1:8080}
   */
  public String url() {
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port();
  }

  /**
   * Stops taking requests, ends event streams, lets requests in flight finish within the grace of
   * the configuration, and returns. Closing again does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      api.close();
      server.stop();
      metrics.close();
    }
  }
}
