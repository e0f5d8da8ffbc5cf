package dev.tributary.alerts.internal.metric;

import dev.tributary.alerts.internal.ledger.CountLedger;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What evaluation and notification measure. What stands in the store is the same on every node that
 * shares it; the rest is of this one. Thread-safe.
 */
public final class AlertMetrics {
  private final MeterRegistry registry;
  private final AtomicLong series;

  /**
   * Makes the metrics.
   *
   * @param registry where they are kept
   */
  public AlertMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.series = new AtomicLong();
    Gauge.builder("tributary.alerts.series", series::get)
        .description("Series that this node holds windows of")
        .register(registry);
  }

  /**
   * Watches the alerts that are on.
   *
   * @param store where alerts stand
   */
  public void firing(CentralStore store) {
    for (Severity severity : Severity.values()) {
      Gauge.builder("tributary.alerts.firing", () -> firing(store, severity))
          .description("Alerts that are on")
          .tag("severity", severity.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private static double firing(CentralStore store, Severity severity) {
    try {
      return store.<Integer, RuntimeException>read(
          connection -> CountLedger.firing(connection, severity));
    } catch (PlatformException unreachable) {
      return Double.NaN;
    }
  }

  /**
   * Watches where windows are kept.
   *
   * @param status tells where
   */
  public void windows(Supplier<WindowStoreStatus> status) {
    Gauge.builder("tributary.alerts.windows.degraded", () -> status.get().degraded() ? 1 : 0)
        .description("1 while windows are kept in another store than the chosen one")
        .register(registry);
  }

  /**
   * Begins to measure an evaluation.
   *
   * @return what {@link #evaluated} ends
   */
  public Timer.Sample begin() {
    return Timer.start(registry);
  }

  /**
   * Counts an evaluation that was stored.
   *
   * @param begun when it began
   * @param entries how many entries of the log it took
   * @param news what became of their events
   * @param held how many series there are now
   */
  public void evaluated(Timer.Sample begun, int entries, EventCounts news, long held) {
    begun.stop(
        Timer.builder("tributary.alerts.evaluation")
            .description("Time to evaluate a slice of the log and to store what came of it")
            .register(registry));
    registry.counter("tributary.alerts.entries").increment(entries);
    events("taken", news.taken());
    events("late", news.late());
    events("refused", news.refused());
    events("unusable", news.unusable());
    series.set(held);
  }

  /** Notes that this node evaluates nothing. */
  public void resting() {
    series.set(0);
  }

  private void events(String outcome, long count) {
    registry.counter("tributary.alerts.events", "outcome", outcome).increment((double) count);
  }

  /**
   * Counts an attempt to notify.
   *
   * @param channel through which channel
   * @param outcome sent, failed, or dead
   */
  public void notification(String channel, String outcome) {
    registry
        .counter("tributary.alerts.notifications", "channel", channel, "outcome", outcome)
        .increment();
  }
}
