package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Anomaly;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What detectors learn from an incident, and what not. */
class KnownIncidentTest {
  private static final AlertRule ODD_LOGINS =
      AlertRule.metric("logins")
          .of(Aggregate.sum())
          .in(Window.tumbling(Duration.ofMinutes(1)))
          .when(Condition.anomaly("z_score"))
          .lateness(Duration.ZERO)
          .build();

  @TempDir Path folder;
  private AlertStore world;
  private int minute;

  @BeforeEach
  void learnWhatIsUsual() {
    world = new AlertStore(folder, AlertsConfig.builder().standardRules(false).rule(ODD_LOGINS));
    usual(40);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingOfAnAcknowledgedIncidentStaysLearned() {
    unusual(3);
    Alert alert = world.alerts().alerts().list(AlertQuery.active()).getFirst();
    world.alerts().alerts().acknowledge(alert.status().alert().fingerprint(), "ann", "a load test");
    unusual(5);
    world.crash();
    unusual(2);
    usual(5);
    assertThat(world.alerts().alerts().list(AlertQuery.active())).isEmpty();
    unusual(1);

    assertThat(anomalies()).hasSize(2);
    assertThat(anomalies().getFirst().judgement().expected().high()).isBetween(10.0, 14.0);
    assertThat(world.states().getLast()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void whatNobodyAcknowledgesIsLearned() {
    unusual(10);
    usual(5);
    unusual(1);

    assertThat(anomalies().getFirst().judgement().expected().high()).isGreaterThan(900);
  }

  private void usual(int minutes) {
    for (int more = 0; more < minutes; more++) {
      minute(minute % 2 == 0 ? 9 : 11);
    }
  }

  private void unusual(int minutes) {
    for (int more = 0; more < minutes; more++) {
      minute(1000);
    }
  }

  private void minute(double logins) {
    minute++;
    world.measure("logins", logins, Map.of());
    world.clock.advance(Duration.ofMinutes(1));
    world.alerts().control().evaluateNow();
  }

  private List<Anomaly> anomalies() {
    return world.alerts().anomalies().list(ODD_LOGINS.id(), 10);
  }
}
