package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.EventTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform reports of its sources, and the rules that are on from the start. */
class StandardRulesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private AlertStore world;

  @BeforeEach
  void open() {
    world = new AlertStore(folder, AlertsConfig.builder());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void ofTwoThingsSaidAtTheSameInstantTheLaterOneCounts() {
    becomes("late");
    becomes("fresh");
    world.pass(MINUTE);
    assertThat(world.states()).isEmpty();

    becomes("fresh");
    becomes("late");
    world.crash();
    world.pass(MINUTE);
    assertThat(world.states()).containsExactly(AlertState.FIRING);

    becomes("late");
    world.alerts().control().evaluateNow();
    world.crashAndKeepEverything();
    becomes("fresh");
    world.pass(MINUTE);
    assertThat(world.states()).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
  }

  @Test
  void whatIsSaidWhileTheClockIsBehindCountsInItsOrder() {
    becomes("fresh");
    world.pass(MINUTE);
    world.clock.advance(MINUTE.negated());
    becomes("late");
    becomes("fresh");
    world.pass(MINUTE.multipliedBy(3));

    assertThat(world.states()).isEmpty();
  }

  @Test
  void saysWhatHappenedWhereAndWhatToDo() {
    says(
        EventTypes.SOURCE_FRESHNESS_CHANGED,
        "fra-users",
        Map.of(
            "to", "late", "cause", "connector_failing", "reason", "3 runs in a row have failed"));
    says(
        EventTypes.DATA_CENTER_STATUS_CHANGED,
        "fra",
        Map.of("to", "down", "sources", Map.of("fra-users", "late", "fra-core", "late")));
    says(
        EventTypes.SCHEMA_CHANGED,
        "fra-users",
        Map.of("changes", List.of(Map.of("kind", "added", "detail", "column 'iban' is new"))));
    world.pass(MINUTE);

    assertThat(world.alerts().alerts().list(AlertQuery.active()).stream().map(Alert::reason))
        .containsExactlyInAnyOrder(
            "3 runs in a row have failed",
            "the runs of all its sources fail (fra-core, fra-users)",
            "column 'iban' is new");
    assertThat(world.alerts().alerts().list(AlertQuery.active()))
        .allSatisfy(alert -> {
          assertThat(alert.annotations().get("summary")).contains("fra").doesNotContain("{");
          assertThat(alert.annotations().get("remedy")).contains("/api/v1/").doesNotContain("{");
        });
  }

  @Test
  void whatOthersRaiseHasTheReasonTheyGive() {
    MetricEvent raised =
        new MetricEvent(
            "alert.raised",
            world.clock.instant(),
            1,
            Map.of("name", "disk", "severity", "critical"),
            "1 % is left of /var");
    world.alerts().intake().take("test", List.of(raised), null);
    world.crash();
    world.pass(MINUTE);

    assertThat(world.alerts().alerts().list(AlertQuery.active()))
        .singleElement()
        .extracting(Alert::reason)
        .isEqualTo("1 % is left of /var");
  }

  private void becomes(String freshness) {
    says(
        EventTypes.SOURCE_FRESHNESS_CHANGED,
        "fra-users",
        Map.of("to", freshness, "cause", freshness.equals("late") ? "source_silent" : "none"));
  }

  private void says(String type, String subject, Map<String, Object> data) {
    world.store.<Boolean, RuntimeException>write(transaction -> {
      transaction.append(type, subject, data);
      return true;
    });
  }
}
