package dev.tributary.cli.internal.serve;

import dev.tributary.api.Platform;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.embedded.Tributary;
import dev.tributary.helidon.TributaryServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A platform that collects and the server that answers for it. Thread-safe. */
public final class RunningServer implements AutoCloseable {
  private final Tributary platform;
  private final TributaryServer server;
  private final PrometheusMeterRegistry metrics;

  private RunningServer(
      Tributary platform, TributaryServer server, PrometheusMeterRegistry metrics) {
    this.platform = platform;
    this.server = server;
    this.metrics = metrics;
  }

  /**
   * Starts both.
   *
   * @param file the configuration
   * @param version what health says it is
   * @return the running server
   * @throws PlatformException if the configuration is wrong, or store or port cannot be used
   */
  public static RunningServer start(Path file, String version) {
    ConfiguredPlatform configured = ConfiguredPlatform.read(file);
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Tributary platform = Tributary.builder(configured.config()).meterRegistry(metrics).build();
    try {
      TributaryServer server =
          TributaryServer.start(
              platform, configured.server(), metrics, InstantSource.system(), version);
      platform.start();
      return new RunningServer(platform, server, metrics);
    } catch (RuntimeException failed) {
      platform.close();
      throw failed;
    }
  }

  /**
   * The platform.
   *
   * @return closed with this
   */
  public Platform platform() {
    return platform;
  }

  /**
   * Where to look.
   *
   * @return such as {@code http://127.0.0.1:8080}
   */
  public String url() {
    return server.url();
  }

  /**
   * Asks for the health, as a load balancer would.
   *
   * @return how long after the beginning of the process the answer was there
   * @throws PlatformException if the answer is not a healthy one
   */
  public Duration firstHealthyAnswer() {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw notHealthy("answers " + answer.statusCode() + ": " + answer.body(), null);
      }
      return Duration.between(beginning(), Instant.now());
    } catch (IOException noAnswer) {
      throw notHealthy("does not answer", noAnswer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw notHealthy("was not waited for", interrupted);
    }
  }

  private PlatformException notHealthy(String problem, @Nullable Exception cause) {
    return new PlatformException(
        PlatformError.INTERNAL,
        url() + "/health " + problem + "; run it again with --verbose to see why",
        cause);
  }

  /** Not the process's own beginning: the launcher becomes Java, and may have built before that. */
  private static Instant beginning() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  @Override
  public void close() {
    server.close();
    platform.close();
    metrics.close();
  }
}
