package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertMetricsTest {
  private static final AlertRule ERRORS =
      AlertRule.metric("errors")
          .per("data_center")
          .exceeds(2)
          .in(Duration.ofMinutes(1))
          .keepFiringFor(Duration.ofHours(1))
          .severity(Severity.CRITICAL)
          .build();

  @TempDir Path folder;
  private AlertStore world;

  @BeforeEach
  void open() {
    world = new AlertStore(folder, AlertsConfig.builder().standardRules(false).rule(ERRORS));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void evaluationsSeriesAndWhatIsOnAreMeasured() {
    assertThat(value("tributary.alerts.firing", "severity", "critical")).isZero();
    world.occur("errors", 3, Map.of("data_center", "fra"));
    world.occur("errors", 1, Map.of("data_center", "nyc"));
    world.pass(Duration.ofMinutes(1));

    assertThat(world.registry.get("tributary.alerts.evaluation").timer().count()).isPositive();
    assertThat(value("tributary.alerts.entries")).isGreaterThan(8);
    assertThat(value("tributary.alerts.series")).isEqualTo(2);
    assertThat(value("tributary.alerts.firing", "severity", "critical")).isEqualTo(1);
    assertThat(value("tributary.alerts.firing", "severity", "warning")).isZero();
    assertThat(value("tributary.alerts.windows.degraded")).isZero();
  }

  @Test
  void eventsThatAreLateAreCountedOnceAlsoAcrossACrash() {
    world.pass(Duration.ofMinutes(2));
    Instant now = world.clock.instant();
    world
        .alerts()
        .intake()
        .take(
            "test",
            List.of(
                MetricEvent.occurrence("errors", now, Map.of()),
                MetricEvent.occurrence("errors", now.minusSeconds(60), Map.of()),
                MetricEvent.occurrence("errors", now.minusSeconds(90), Map.of())),
            null);
    world.alerts().control().evaluateNow();
    world.crash();
    world.pass(Duration.ofMinutes(1));

    assertThat(value("tributary.alerts.events", "outcome", "taken")).isEqualTo(1);
    assertThat(value("tributary.alerts.events", "outcome", "late")).isEqualTo(2);
    assertThat(world.alerts().rules().counts("errors")).contains(new EventCounts(1, 2, 0, 0));
    assertThat(world.alerts().rules().counts("nothing")).isEmpty();
  }

  @Test
  void notificationsAreCountedByChannelAndOutcome() {
    world.mailbox.broken = true;
    world.occur("errors", 3, Map.of("data_center", "fra"));
    world.pass(Duration.ofMinutes(2));
    world.mailbox.broken = false;
    world.pass(Duration.ofMinutes(2));

    assertThat(notifications("failed")).isGreaterThan(1);
    assertThat(notifications("sent")).isEqualTo(1);
  }

  private double notifications(String outcome) {
    return value("tributary.alerts.notifications", "channel", "mailbox", "outcome", outcome);
  }

  private double value(String name, String... tags) {
    return world.registry.get(name).tags(tags).meter().measure().iterator().next().getValue();
  }
}
