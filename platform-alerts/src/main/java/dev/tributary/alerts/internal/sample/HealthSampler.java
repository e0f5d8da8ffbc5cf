package dev.tributary.alerts.internal.sample;

import dev.tributary.alerts.internal.fold.MetricEntries;
import dev.tributary.alerts.internal.fold.PlatformMetrics;
import dev.tributary.alerts.internal.ledger.HealthLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.core.CentralStore;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says at the start and every hour how sources and data centers stand. Changes are in the log
 * anyway; this is for what was so before anybody watched, and so that no trouble that lasts for
 * days is taken for a series without events. Not thread-safe.
 */
public final class HealthSampler {
  private static final Duration EVERY = Duration.ofHours(1);

  private final CentralStore store;
  private final InstantSource clock;
  private @Nullable Instant last;

  /**
   * Makes a sampler.
   *
   * @param store holds the sources and the log
   * @param clock the present
   */
  public HealthSampler(CentralStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Looks, if a look is due. */
  public void step() {
    Instant now = clock.instant();
    if (last != null && Duration.between(last, now).abs().compareTo(EVERY) < 0) {
      return;
    }
    last = now;
    store.<Boolean, RuntimeException>write(transaction -> {
      List<MetricEvent> events = look(transaction.connection(), now);
      if (!events.isEmpty()) {
        transaction.append(AlertEventTypes.METRICS, "health", MetricEntries.present(events));
      }
      return true;
    });
  }

  private static List<MetricEvent> look(Connection connection, Instant now) {
    List<MetricEvent> events = new ArrayList<>();
    for (HealthLedger.Source source : HealthLedger.sources(connection)) {
      Map<String, String> labels =
          Map.of("source", source.id(), "data_center", source.dataCenter());
      events.addAll(PlatformMetrics.freshness(source.freshness(), source.cause(), "", labels, now));
    }
    HealthLedger.dataCenters(connection)
        .forEach((id, status) -> events.add(PlatformMetrics.down(id, status, "", now)));
    return events;
  }
}
