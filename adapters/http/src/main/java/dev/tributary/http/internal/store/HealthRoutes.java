package dev.tributary.http.internal.store;

import dev.tributary.api.store.StoreHealth;
import dev.tributary.api.store.StoreInspector;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Routes that operators' tools ask: health and metrics. */
public final class HealthRoutes {
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String SUMMARY = "Tells whether the service and its store work.";

  private final StoreInspector store;
  private final Supplier<String> metrics;
  private final InstantSource clock;
  private final String version;
  private final Instant startedAt;

  /** Makes the routes of a service that starts now. */
  public HealthRoutes(
      StoreInspector store, Supplier<String> metrics, InstantSource clock, String version) {
    this.store = store;
    this.metrics = metrics;
    this.clock = clock;
    this.version = version;
    this.startedAt = clock.instant();
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        health("/health"),
        health("/api/v1/health"),
        Route.get("/metrics", "Gives all metrics in the text format of Prometheus.")
            .gives(200, "text/plain")
            .handledBy(call ->
                ApiResponse.of(200, METRICS_TYPE, metrics.get().getBytes(StandardCharsets.UTF_8))));
  }

  private Route health(String path) {
    return Route.get(path, SUMMARY)
        .gives(200, HealthAnswer.class)
        .gives(503, HealthAnswer.class)
        .handledBy(this::health);
  }

  private ApiResponse health(Call call) {
    StoreHealth answered = store.health();
    Duration uptime = Duration.between(startedAt, clock.instant()).truncatedTo(ChronoUnit.SECONDS);
    String status = !answered.up() ? "down" : answered.writable() ? "up" : "degraded";
    HealthAnswer answer = new HealthAnswer(status, "tributary", version, uptime, answered);
    return call.answer(answered.up() ? 200 : 503, answer).with("Cache-Control", "no-store");
  }
}
