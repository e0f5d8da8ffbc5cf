package dev.tributary.alerts;

import static dev.tributary.api.alert.AlertState.FIRING;
import static dev.tributary.api.alert.AlertState.PENDING;
import static dev.tributary.api.alert.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.alert.WindowValue;
import dev.tributary.core.EventRetention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertsTest {
  private static final Map<String, String> FRANKFURT = Map.of("data_center", "fra");
  private static final AlertRule FAILED_LOGINS =
      AlertRule.metric("failed_logins")
          .per("data_center")
          .exceeds(50)
          .in(Duration.ofMinutes(5))
          .lasting(Duration.ofMinutes(2))
          .build();

  @TempDir Path folder;
  private AlertStore world;

  @BeforeEach
  void open() {
    world = new AlertStore(folder, AlertsConfig.builder().rule(FAILED_LOGINS));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void tellsOnceWhenItBeginsAndOnceWhenItIsOver() {
    world.pass(Duration.ofMinutes(1));
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(20));

    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.mailbox.lines())
        .containsExactly(
            "firing: failed_logins {data_center=fra}: 61 is above 50",
            "resolved: failed_logins {data_center=fra}: 0 is within bounds");
  }

  @Test
  void theCourseOfItsValuesIsMadeAnewFromTheLog() {
    world.pass(Duration.ofMinutes(1));
    Instant begun = world.clock.instant();
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(3));
    String fingerprint = active().status().alert().fingerprint();

    List<WindowValue> values =
        world.alerts().alerts().values(fingerprint, begun, world.clock.instant());
    assertThat(values).extracting(WindowValue::value).containsOnly(61.0);
    assertThat(values.getFirst().at()).isAfter(begun);
    world.alerts().rules().remove(FAILED_LOGINS.id());
    assertThat(world.alerts().alerts().values(fingerprint, begun, world.clock.instant())).isEmpty();
  }

  @Test
  void aCrashChangesNothing() {
    Instant from = world.clock.instant();
    world.pass(Duration.ofMinutes(1));
    world.occur("failed_logins", 61, FRANKFURT);
    world.crash();
    world.pass(Duration.ofMinutes(3));
    Instant activeAt = active().status().activeAt();
    world.crash();
    world.pass(Duration.ofMinutes(1));

    assertThat(active().status().activeAt()).isEqualTo(activeAt);
    world.crash();
    world.pass(Duration.ofMinutes(20));
    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.mailbox.arrived).hasSize(2);
    Trial trial = world.alerts().rules().backtest(FAILED_LOGINS, from, world.clock.instant());
    assertThat(trial.transitions())
        .isEqualTo(world.history().stream().map(event -> event.transition()).toList());
  }

  @Test
  void anAlertGoesOnWhenTheRuleSaysOtherThingsAndEndsWhenItJudgesOtherwise() {
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(3));
    Instant activeAt = active().status().activeAt();

    world.alerts().rules().set(FAILED_LOGINS.toBuilder().severity(Severity.CRITICAL).build(), true);
    world.pass(Duration.ofSeconds(10));
    assertThat(active().status().activeAt()).isEqualTo(activeAt);

    world.alerts().rules().set(FAILED_LOGINS.toBuilder().exceeds(55).build(), true);
    world.pass(Duration.ofSeconds(10));
    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.history().getLast().transition().reason()).isEqualTo("the rule was changed");
  }

  @Test
  void pausingLosesNothing() {
    world.alerts().control().pause();
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(3));
    assertThat(world.states()).isEmpty();
    assertThat(world.alerts().control().status().behind()).isPositive();

    world.alerts().control().resume();
    world.pass(Duration.ofSeconds(10));
    assertThat(world.states()).containsExactly(PENDING, FIRING);
  }

  @Test
  void entriesThatAreDroppedBeforeTheyAreSeenAgainLeadToNothingTwice() {
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(4));
    world.crash();
    world.store.trim(new EventRetention(Duration.ofDays(1), 3));
    world.pass(Duration.ofMinutes(20));

    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.alerts().control().status().gaps()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "STORE"})
  void aLogThatIsTrimmedAfterSettlingIsNotMissedEvenIfTheWindowsAreLost(WindowPlace windows) {
    world.close();
    world = new AlertStore(folder, AlertsConfig.builder().rule(FAILED_LOGINS).windows(windows));
    world.occur("failed_logins", 61, FRANKFURT);
    world.alerts().settle();
    world.store.trim(new EventRetention(Duration.ofDays(1), 0));
    world.pass(Duration.ofMinutes(1));
    WindowStores.jdbc(world.store).drop(FAILED_LOGINS.id());
    world.crash();
    world.pass(Duration.ofMinutes(20));

    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.alerts().control().status().gaps()).isZero();
  }

  @Test
  void aClockThatStepsBackLosesNothingUncounted() {
    world.occur("failed_logins", 61, FRANKFURT);
    world.pass(Duration.ofMinutes(3));
    world.clock.advance(Duration.ofMinutes(-10));
    world.occur("failed_logins", 7, FRANKFURT);
    world.crash();
    world.occur("failed_logins", 5, FRANKFURT);
    assertThat(world.alerts().rules().counts("failed_logins"))
        .contains(new EventCounts(61, 12, 0, 0));

    world.pass(Duration.ofMinutes(30));
    assertThat(world.states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(world.mailbox.arrived).hasSize(2);
  }

  @Test
  void aKeyMeansTheSameEventsUntilItIsForgotten() {
    List<MetricEvent> events =
        List.of(MetricEvent.occurrence("failed_logins", world.clock.instant(), FRANKFURT));
    assertThat(world.alerts().intake().take("test", events, "key").repeated()).isFalse();
    world.clock.advance(Duration.ofDays(1));
    assertThat(world.alerts().forgetReceipts(Duration.ofDays(2))).isZero();
    assertThat(world.alerts().intake().take("test", events, "key").repeated()).isTrue();

    world.clock.advance(Duration.ofDays(2));
    assertThat(world.alerts().forgetReceipts(Duration.ofDays(2))).isEqualTo(1);
    assertThat(world.alerts().intake().take("test", events, "key").repeated()).isFalse();
  }

  private Alert active() {
    List<Alert> alerts = world.alerts().alerts().list(AlertQuery.active());
    assertThat(alerts)
        .singleElement()
        .extracting(alert -> alert.status().state())
        .isEqualTo(AlertState.FIRING);
    return alerts.getFirst();
  }
}
