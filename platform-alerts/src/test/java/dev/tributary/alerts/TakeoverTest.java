package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertWorker;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers on one store. */
class TakeoverTest {
  private static final AlertRule ERRORS =
      AlertRule.metric("errors")
          .exceeds(2)
          .in(Duration.ofMinutes(1))
          .lateness(Duration.ofSeconds(1))
          .build();

  @TempDir Path folder;
  private final TestClock clock = TestClock.create();
  private CentralStore store;
  private Alerts first;
  private Alerts second;

  @BeforeEach
  void open() {
    store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
    first = worker("first");
    second = worker("second");
  }

  @AfterEach
  void close() {
    second.close();
    first.close();
    store.close();
  }

  private Alerts worker(String name) {
    AlertsConfig config =
        AlertsConfig.builder().standardRules(false).rule(ERRORS).worker(name).build();
    Alerts alerts = Alerts.on(store, config, clock);
    alerts.control().evaluateNow();
    return alerts;
  }

  @Test
  void oneEvaluatesAndTheOtherTakesOverWhenItGivesNoSignOfLife() {
    assertThat(evaluating()).containsExactly("first");
    fire();
    Instant since = activeAt();

    pass(Duration.ofSeconds(5));
    second.control().evaluateNow();
    assertThat(evaluating()).containsExactly("first");
    pass(Duration.ofSeconds(10));
    second.control().evaluateNow();

    assertThat(evaluating()).containsExactly("second");
    assertThat(activeAt()).isEqualTo(since);
    first.control().evaluateNow();
    assertThat(evaluating()).containsExactly("second");
    for (int step = 0; step < 20; step++) {
      pass(Duration.ofSeconds(5));
      first.control().evaluateNow();
      second.control().evaluateNow();
    }
    assertThat(states()).containsExactly(AlertState.RESOLVED, AlertState.FIRING);
  }

  @Test
  void whoLeavesIsReplacedAtOnce() {
    first.close();

    second.control().evaluateNow();

    assertThat(second.control().workers())
        .extracting(AlertWorker::id, AlertWorker::evaluates)
        .containsExactly(tuple("second", true));
  }

  @Test
  void whoHasGivenNoSignForADayIsForgotten() {
    pass(Duration.ofDays(2));

    second.control().evaluateNow();

    assertThat(second.control().workers()).extracting(AlertWorker::id).containsExactly("second");
  }

  private void fire() {
    MetricEvent event = MetricEvent.occurrence("errors", clock.instant(), Map.of());
    first.intake().take("test", Collections.nCopies(3, event), null);
    pass(Duration.ofSeconds(6));
    first.control().evaluateNow();
    first.control().evaluateNow();
  }

  private void pass(Duration time) {
    clock.advance(time);
  }

  private List<String> evaluating() {
    return second.control().workers().stream()
        .filter(AlertWorker::evaluates)
        .map(AlertWorker::id)
        .toList();
  }

  private Instant activeAt() {
    return second.alerts().list(AlertQuery.active()).getFirst().status().activeAt();
  }

  private List<AlertState> states() {
    return second.alerts().history(HistoryQuery.newest(10)).items().stream()
        .map(event -> event.transition().to())
        .toList();
  }
}
