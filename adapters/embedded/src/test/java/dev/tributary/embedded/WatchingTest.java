package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.alerts.AlertsConfig;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.RuleSource;
import dev.tributary.ingest.config.FreshnessConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules about what the platform itself holds, is and does. */
@Timeout(120)
class WatchingTest {
  private static final int MOST_ROUNDS = 300;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Late after 50 minutes without anything new. */
  private static final FreshnessConfig FRESH =
      FreshnessConfig.derived(Duration.ofHours(1), Duration.ofMinutes(10), null, null);

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
  private Path users;

  @BeforeEach
  void drop() throws IOException {
    users = Files.createDirectories(folder.resolve("users")).resolve("users.csv");
    Files.writeString(
        users,
        """
        user_id,email,country,registered_at
        U1,ann@example.org,DE,2026-10-01T00:00:00Z
        U2,ann@example.org,,2026-10-01T00:00:00Z
        U3,bob@example.org,,2026-10-01T00:00:00Z
        U4,cid@example.org,FR,no time at all
        """);
  }

  @Test
  void rulesWatchRowsQualityMachineAndSources() throws Exception {
    AlertRule missing =
        asks(
            "missing-countries",
            "SELECT source_id AS source,"
                + " 100.0 * SUM(CASE WHEN country IS NULL OR country = '' THEN 1 ELSE 0 END)"
                + " / COUNT(*) AS percent FROM users GROUP BY source_id",
            50);
    AlertRule twice =
        asks(
            "repeated-addresses",
            "SELECT source_id AS source, COUNT(email) - COUNT(DISTINCT email) AS repeated"
                + " FROM users GROUP BY source_id",
            0);
    AlertRule few =
        AlertRule.metric("source.rows")
            .id("few-rows")
            .per("source")
            .of(Aggregate.sum())
            .in(MINUTE)
            .when(Condition.below(10))
            .lateness(Duration.ZERO)
            .build();
    AlertRule bad =
        AlertRule.metric("quarantine.rows")
            .id("bad-rows")
            .per("source")
            .of(Aggregate.sum())
            .in(MINUTE)
            .exceeds(0)
            .lateness(Duration.ZERO)
            .build();
    AlertRule heap =
        AlertRule.metric("system.heap_percent")
            .id("heap")
            .per("node")
            .of(Aggregate.last())
            .in(MINUTE)
            .exceeds(0)
            .lateness(Duration.ZERO)
            .build();
    AlertRule wrong = asks("wrong-question", "SELECT COUNT(*) FROM no_such_table", 0);

    try (Tributary tributary = open(missing, twice, few, bad, heap, wrong)) {
      tributary.start();
      tributary.sources().collect("fra-users");
      awaitFiring(
          tributary, "missing-countries", "repeated-addresses", "few-rows", "bad-rows", "heap");
      assertThat(firing(tributary).get("missing-countries")).contains("66.6");
      assertThat(tributary.alerting().rules().find("wrong-question").orElseThrow().sampling())
          .satisfies(sampling -> assertThat(sampling.error()).contains("no_such_table"));

      Files.delete(users);
      Files.delete(users.getParent());
      now.updateAndGet(time -> time.plus(Duration.ofHours(2)));
      tributary.sources().collect("fra-users");
      awaitFiring(tributary, "source-failing", "data-center-down");

      Files.createDirectories(users.getParent());
      Files.writeString(users, "user_id,email,country,registered_at\nU5,dan@example.org,DE,\n");
      tributary.sources().collect("fra-users");
      await(tributary, () -> resolved(tributary).containsAll(Set.of("source-failing")));
    }
  }

  @Test
  void aSourceThatBringsNothingNewForTooLongIsStaleUntilItDoes() throws Exception {
    try (Tributary tributary = open()) {
      tributary.start();
      tributary.sources().collect("fra-users");
      now.updateAndGet(time -> time.plus(Duration.ofMinutes(50)));
      tributary.sources().collect("fra-users");
      awaitFiring(tributary, "source-stale");
      assertThat(history(tributary).getFirst().transition().alert().labels())
          .isEqualTo(Map.of("data_center", "fra", "source", "fra-users"));

      Files.writeString(
          users.resolveSibling("more.csv"),
          "user_id,email,country,registered_at\nU6,eve@example.org,DE,\n");
      tributary.sources().collect("fra-users");
      await(tributary, () -> resolved(tributary).contains("source-stale"));
    }
  }

  private static AlertRule asks(String id, String sql, double limit) {
    return AlertRule.metric(id)
        .from(RuleSource.query(sql, MINUTE))
        .per("source")
        .of(Aggregate.last())
        .in(MINUTE)
        .exceeds(limit)
        .lateness(Duration.ZERO)
        .build();
  }

  private Tributary open(AlertRule... rules) {
    AlertsConfig.Builder alerts = AlertsConfig.builder();
    List.of(rules).forEach(alerts::rule);
    return Tributary.builder(folder.resolve("data"))
        .dataCenter("fra", "Frankfurt")
        .fileRoots(List.of(folder))
        .source(
            SourceConfig.builder("fra-users", "fra", "csv", "users")
                .every(Duration.ofHours(1))
                .freshness(FRESH)
                .settings(Map.of("folder", folder.resolve("users").toString()))
                .build())
        .alerts(alerts.build())
        .clock(() -> now.updateAndGet(time -> time.plusMillis(1)))
        .build();
  }

  private void awaitFiring(Tributary tributary, String... rules) throws InterruptedException {
    await(tributary, () -> firing(tributary).keySet().containsAll(Set.of(rules)));
  }

  /** Lets time pass until something is so. */
  private void await(Tributary tributary, BooleanSupplier reached) throws InterruptedException {
    for (int round = 0; !reached.getAsBoolean(); round++) {
      assertThat(round).as("so far: %s", firing(tributary)).isLessThan(MOST_ROUNDS);
      now.updateAndGet(time -> time.plusSeconds(20));
      tributary.alerting().control().evaluateNow();
      tributary.events().await(tributary.events().lastId(), Duration.ofMillis(200));
    }
  }

  /** The rules that have fired, with what they said. */
  private static Map<String, String> firing(Tributary tributary) {
    return history(tributary).stream()
        .filter(event -> event.transition().to() == AlertState.FIRING)
        .collect(
            Collectors.toMap(
                event -> event.transition().alert().rule(),
                event -> event.transition().reason(),
                (first, second) -> first,
                TreeMap::new));
  }

  private static Set<String> resolved(Tributary tributary) {
    return history(tributary).stream()
        .filter(event -> event.transition().to() == AlertState.RESOLVED)
        .map(event -> event.transition().alert().rule())
        .collect(Collectors.toSet());
  }

  private static List<AlertEvent> history(Tributary tributary) {
    return tributary.alerting().alerts().history(HistoryQuery.newest(1000)).items();
  }
}
