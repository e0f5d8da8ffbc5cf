package dev.tributary.helidon;

import dev.tributary.http.HttpApi;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.util.Set;

/** Counts and times requests, with labels of few values only. Thread-safe. */
final class RequestMetrics implements AutoCloseable {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry registry;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  private RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  static RequestMetrics in(MeterRegistry registry, HttpApi api) {
    Gauge.builder("tributary.http.streams.open", api, HttpApi::openStreams)
        .description("Event streams that are open.")
        .register(registry);
    RequestMetrics metrics = new RequestMetrics(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    metrics.collections.bindTo(registry);
    return metrics;
  }

  void record(String method, String route, int status, Duration took) {
    Timer.builder("tributary.http.requests")
        .description("Requests answered; of an event stream, the time until it began.")
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("route", route.isEmpty() ? "none" : route)
        .tag("status", Integer.toString(status))
        .register(registry)
        .record(took);
  }

  @Override
  public void close() {
    collections.close();
  }
}
