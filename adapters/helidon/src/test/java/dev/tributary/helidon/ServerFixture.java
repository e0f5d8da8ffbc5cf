package dev.tributary.helidon;

import dev.tributary.http.HttpConfig;
import dev.tributary.http.fake.FakePlatform;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** A server over a platform in memory, on a free port, and a client to ask it with. */
final class ServerFixture implements AutoCloseable {
  final FakePlatform platform = new FakePlatform();
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final HttpClient client = HttpClient.newHttpClient();
  final TributaryServer server;

  ServerFixture() {
    this(HttpConfig.builder().heartbeat(Duration.ofMillis(50)).build());
  }

  ServerFixture(HttpConfig http) {
    this(ServerConfig.builder().port(0).http(http).build());
  }

  ServerFixture(Duration shutdownGrace) {
    this(ServerConfig.builder().port(0).shutdownGrace(shutdownGrace).build());
  }

  private ServerFixture(ServerConfig config) {
    this.server =
        TributaryServer.start(platform, config, registry, InstantSource.system(), "1.2.3");
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(server.url() + target))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send(request(target));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A connection with a request already sent on it. */
  Socket raw(String request) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
