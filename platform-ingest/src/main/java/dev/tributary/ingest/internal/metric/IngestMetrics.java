package dev.tributary.ingest.internal.metric;

import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What collection measures. Thread-safe. */
public final class IngestMetrics {
  private final MeterRegistry registry;
  private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();

  /**
   * Makes the metrics.
   *
   * @param registry where they are kept
   */
  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts a stored batch.
   *
   * @param sourceId the source
   * @param counts what became of its rows
   * @param took how long the transaction took
   */
  public void batch(String sourceId, RunCounts counts, Duration took) {
    rows(sourceId, "ingested", counts.ingested());
    rows(sourceId, "unchanged", counts.unchanged());
    rows(sourceId, "quarantined", counts.quarantined());
    rows(sourceId, "deleted", counts.deleted());
    Timer.builder("tributary.ingest.batch")
        .description("Time to store a batch in one transaction")
        .tag("source", sourceId)
        .register(registry)
        .record(took);
  }

  /**
   * Counts a run that ended.
   *
   * @param sourceId the source
   * @param status how it ended
   * @param took how long it took
   */
  public void run(String sourceId, RunStatus status, Duration took) {
    registry
        .counter(
            "tributary.ingest.runs",
            "source",
            sourceId,
            "status",
            status.name().toLowerCase(Locale.ROOT))
        .increment();
    Timer.builder("tributary.ingest.run")
        .description("Time of a run from its begin to its end")
        .tag("source", sourceId)
        .register(registry)
        .record(took);
  }

  /**
   * Notes how old the newest data of a source is.
   *
   * @param sourceId the source
   * @param lag its age
   */
  public void lag(String sourceId, Duration lag) {
    lags.computeIfAbsent(sourceId, this::gauge).set(lag.toMillis());
  }

  private AtomicLong gauge(String sourceId) {
    AtomicLong millis = new AtomicLong();
    TimeGauge.builder("tributary.ingest.lag", () -> millis, TimeUnit.MILLISECONDS)
        .description("Age of the newest data of a source")
        .tag("source", sourceId)
        .register(registry);
    return millis;
  }

  private void rows(String sourceId, String outcome, long count) {
    if (count > 0) {
      registry
          .counter("tributary.ingest.rows", "source", sourceId, "outcome", outcome)
          .increment((double) count);
    }
  }
}
