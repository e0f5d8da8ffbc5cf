package dev.tributary.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.alerts.Alerts;
import dev.tributary.alerts.AlertsConfig;
import dev.tributary.alerts.Backtest;
import dev.tributary.alerts.EventRate;
import dev.tributary.alerts.EventScenario;
import dev.tributary.alerts.RuleEvaluator;
import dev.tributary.alerts.WindowPlace;
import dev.tributary.alerts.WindowStores;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Window;
import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventSlice;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that dies while windows are kept on it. */
class RedisOutageIT {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofHours(2));
  private static final AlertRule RULE =
      AlertRule.metric("logins")
          .per("data_center")
          .of(Aggregate.sum())
          .in(Window.sliding(Duration.ofMinutes(5)))
          .exceeds(40)
          .build();

  @TempDir Path folder;

  @Test
  void dyingWhileRulesAreEvaluatedLosesNothing() throws IOException {
    List<MetricEvent> events = new ArrayList<>();
    EventScenario.of("logins", 7)
        .series(Map.of("data_center", "ams"), EventRate.steady(0.1))
        .series(
            Map.of("data_center", "fra"),
            EventRate.steady(0.1)
                .plus(EventRate.burst(Duration.ofMinutes(30), Duration.ofMinutes(10), 1)))
        .between(FROM, UNTIL)
        .forEach(events::add);
    List<Transition> expected = Backtest.run(RULE, events, FROM, UNTIL).transitions();
    assertThat(expected).isNotEmpty();
    TestClock clock = TestClock.at(FROM);
    List<WindowStoreStatus> said = new ArrayList<>();

    try (LiveRedis server = new LiveRedis("");
        CentralStore central =
            CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
        RedisCache cache = RedisCache.of(server.config().build());
        WindowStore store =
            WindowStores.withFallback(
                cache.windows(), WindowStores.jdbc(central), clock, said::add)) {
      List<Transition> transitions = new ArrayList<>();
      RuleEvaluator evaluator = RuleEvaluator.of(RULE, FROM);
      for (int index = 0; index < events.size(); index++) {
        transitions.addAll(evaluator.accept(events.get(index)));
        clock.set(events.get(index).at());
        if (index == events.size() / 3) {
          server.stop();
        } else if (index == events.size() * 2 / 3) {
          server.start();
        }
        if (index % 20 == 0) {
          evaluator.save(store, index);
          WindowState kept = store.read(RULE.id());
          assertThat(kept.revision()).isEqualTo(index);
          evaluator = RuleEvaluator.restored(RULE, kept);
        }
      }
      transitions.addAll(evaluator.advance(UNTIL));

      assertThat(transitions).isEqualTo(expected);
      assertThat(said).extracting(WindowStoreStatus::inUse).containsExactly("sqlite", "redis");
      assertThat(said.get(0).reason()).contains("does not answer", "section redis");
      assertThat(cache.windows().read(RULE.id()).revision()).isGreaterThan(events.size() * 2 / 3);
    }
  }

  @Test
  void theEngineFallsBackSaysSoAndComesBack() throws IOException {
    TestClock clock = TestClock.at(FROM);
    try (LiveRedis server = new LiveRedis("");
        CentralStore central =
            CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
        RedisCache cache = RedisCache.of(server.config().build())) {
      Alerts alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 1100);
      assertThat(cache.windows().read(RULE.id()).revision()).isGreaterThan(1000);
      assertThat(alerts.control().status().windows().inUse()).isEqualTo("redis");

      server.stop();
      evaluate(alerts, clock, 1100);
      WindowStoreStatus status = alerts.control().status().windows();
      assertThat(status.inUse()).isEqualTo("sqlite");
      assertThat(status.reason()).contains("does not answer");
      assertThat(WindowStores.jdbc(central).read(RULE.id()).revision()).isGreaterThan(2000);

      alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 100);
      server.start();
      evaluate(alerts, clock, 1500);
      assertThat(alerts.control().status().windows().degraded()).isFalse();
      assertThat(cache.windows().read(RULE.id()).revision()).isGreaterThan(3000);
      assertThat(moves(central)).containsExactly("sqlite", "sqlite", "redis");

      historyIsThatOfTheLog(alerts, clock);
    }
  }

  @Test
  void anEmptiedServerIsFilledAnewAndNoAlertIsLostOrDoubled() throws IOException {
    TestClock clock = TestClock.at(FROM);
    try (LiveRedis server = new LiveRedis("");
        CentralStore central =
            CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
        RedisCache cache = RedisCache.of(server.config().build())) {
      Alerts alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 1100);
      server.flush();
      evaluate(alerts, clock, 1100);
      assertThat(cache.windows().read(RULE.id()).revision()).as("refilled").isGreaterThan(2000);

      server.flush();
      alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 250);
      List<Alert> firing = alerts.alerts().list(AlertQuery.active());
      assertThat(firing).hasSize(1);

      server.flush();
      alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 10);
      server.stop();
      server.start();
      alerts = alerts(central, cache, clock);
      evaluate(alerts, clock, 10);
      assertThat(alerts.alerts().list(AlertQuery.active())).isEqualTo(firing);

      evaluate(alerts, clock, 1500);
      assertThat(cache.windows().read(RULE.id()).revision()).isGreaterThan(3000);
      assertThat(moves(central)).as("an empty server works").isEmpty();
      historyIsThatOfTheLog(alerts, clock);
    }
  }

  private static Alerts alerts(CentralStore central, RedisCache cache, TestClock clock) {
    AlertsConfig config =
        AlertsConfig.builder().standardRules(false).rule(RULE).windows(WindowPlace.REDIS).build();
    return Alerts.on(central, config, clock, Alerts.Around.nothing().with(cache.windows()));
  }

  private static void historyIsThatOfTheLog(Alerts alerts, TestClock clock) {
    List<Transition> stored =
        alerts.alerts().history(HistoryQuery.newest(1000)).items().stream()
            .map(AlertEvent::transition)
            .toList();
    assertThat(stored).isNotEmpty();
    assertThat(stored.reversed())
        .isEqualTo(alerts.rules().backtest(RULE, FROM, clock.instant()).transitions());
  }

  /** Half a minute between entries; from 20 to 21 hours there are more logins than there should. */
  private static void evaluate(Alerts alerts, TestClock clock, int entries) {
    for (int entry = 0; entry < entries; entry++) {
      clock.advance(Duration.ofSeconds(30));
      double value = clock.instant().atZone(ZoneOffset.UTC).getHour() == 20 ? 9 : 1;
      alerts
          .intake()
          .take(
              "test",
              List.of(
                  new MetricEvent("logins", clock.instant(), value, Map.of("data_center", "fra"))),
              null);
      alerts.control().evaluateNow();
    }
  }

  private static List<String> moves(CentralStore central) {
    List<String> moves = new ArrayList<>();
    EventSlice slice = central.events().read(0, 1000);
    while (!slice.events().isEmpty()) {
      slice.events().stream()
          .filter(event -> event.type().equals(AlertEventTypes.WINDOWS_MOVED))
          .forEach(event -> moves.add(event.subject()));
      slice = central.events().read(slice.events().getLast().id(), 1000);
    }
    return moves;
  }

  @Test
  void probesTryTheServer() throws IOException {
    try (LiveRedis server = new LiveRedis("secret");
        RedisCache cache = RedisCache.of(server.config().password(Secret.of("secret")).build());
        RedisCache stranger = RedisCache.of(server.config().build())) {
      CacheProbe probe = cache.probe();

      assertThat(probe.place()).startsWith("127.0.0.1:");
      assertThat(probe.ping()).isPositive();
      assertThat(probe.readWrite()).isPositive();
      assertThat(probe.info()).containsKeys("redis_version", "used_memory_human");
      assertThatThrownBy(() -> stranger.probe().ping())
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("password");

      server.stop();
      assertThatThrownBy(probe::ping)
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("check that it runs");
    }
  }
}
