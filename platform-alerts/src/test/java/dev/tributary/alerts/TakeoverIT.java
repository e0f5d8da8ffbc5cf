package dev.tributary.alerts;

import static dev.tributary.api.alert.AlertState.FIRING;
import static dev.tributary.api.alert.AlertState.PENDING;
import static dev.tributary.api.alert.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertWorker;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Notification;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.settings.Secret;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Two nodes on one PostgreSQL: one evaluates, the other takes over. */
class TakeoverIT {
  private static final AlertRule ERRORS =
      AlertRule.metric("errors")
          .per("data_center")
          .exceeds(2)
          .in(Duration.ofMinutes(1))
          .lasting(Duration.ofSeconds(30))
          .lateness(Duration.ofSeconds(1))
          .build();

  private static EmbeddedPostgres server;

  private final TestClock clock = TestClock.create();
  private final Instant from = clock.instant();
  private final AlertStore.Mailbox mailbox = new AlertStore.Mailbox();
  private String database;
  private Node one;
  private Node two;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void open(TestInfo test) throws SQLException {
    database = "d" + Integer.toHexString(test.getDisplayName().hashCode());
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
    one = new Node("one");
    two = new Node("two");
  }

  @AfterEach
  void close() {
    two.close();
    one.close();
  }

  @Test
  void theOtherTakesOverWhatADeadOneEvaluatedAndTheDeadOneComesBackInVain() {
    one.turn();
    two.turn();
    assertThat(evaluating()).containsExactly("one");
    two.occur(3);
    clock.advance(Duration.ofSeconds(6));
    one.turn();
    assertThat(states()).containsExactly(PENDING);

    clock.advance(Duration.ofSeconds(7));
    two.turn();
    assertThat(evaluating()).as("it may still be alive").containsExactly("one");
    clock.advance(Duration.ofSeconds(2));
    two.turn();
    assertThat(evaluating()).containsExactly("two");

    clock.advance(Duration.ofSeconds(3));
    one.turn();
    assertThat(evaluating()).as("the dead one comes back").containsExactly("two");
    for (int step = 0; step < 30; step++) {
      clock.advance(Duration.ofSeconds(5));
      one.turn();
      two.turn();
    }
    assertThat(states()).containsExactly(PENDING, FIRING, RESOLVED);
    assertThat(mailbox.arrived).hasSize(2);
  }

  @Test
  void oneThatLeavesIsReplacedAtOnce() {
    one.turn();
    one.alerts.close();
    two.turn();

    assertThat(evaluating()).containsExactly("two");
  }

  @Test
  void oneThatHasGivenNoSignForADayIsForgotten() {
    one.turn();
    clock.advance(Duration.ofDays(2));
    two.turn();

    assertThat(two.alerts.control().workers()).extracting(AlertWorker::id).containsExactly("two");
  }

  @Test
  void whoeverEvaluatesWheneverTheOtherComesBetweenNothingIsLostOrDoubled() throws Exception {
    Random random = new Random(11);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int step = 0; step < 60; step++) {
        clock.advance(Duration.ofSeconds(1 + random.nextInt(12)));
        if (random.nextInt(3) == 0) {
          (random.nextBoolean() ? one : two).occur(random.nextInt(5));
        }
        List<Callable<Integer>> turns =
            switch (random.nextInt(4)) {
              case 0 -> List.of(one::turn);
              case 1 -> List.of(two::turn);
              default -> List.of(one::turn, two::turn);
            };
        for (Future<Integer> turn : threads.invokeAll(turns)) {
          turn.get();
        }
      }
    }
    clock.advance(Duration.ofMinutes(5));
    one.turn();
    two.turn();
    clock.advance(Duration.ofMinutes(5));
    one.turn();
    two.turn();

    List<Transition> stored = history();
    assertThat(stored).hasSizeGreaterThan(4);
    assertThat(stored)
        .isEqualTo(one.alerts.rules().backtest(ERRORS, from, clock.instant()).transitions());
    assertThat(mailbox.arrived).extracting(Notification::id).doesNotHaveDuplicates();
    assertThat(mailbox.lines().stream().filter(line -> line.startsWith("firing")))
        .hasSameSizeAs(stored.stream().filter(one -> one.to() == FIRING).toList());
  }

  private List<String> evaluating() {
    return one.alerts.control().workers().stream()
        .filter(AlertWorker::evaluates)
        .map(AlertWorker::id)
        .toList();
  }

  private List<Transition> history() {
    List<Transition> transitions =
        new ArrayList<>(
            one.alerts.alerts().history(HistoryQuery.newest(1000)).items().stream()
                .map(AlertEvent::transition)
                .toList());
    Collections.reverse(transitions);
    return transitions;
  }

  private List<AlertState> states() {
    return history().stream().map(Transition::to).toList();
  }

  /** A process of its own, but for the process. */
  private final class Node implements AutoCloseable {
    final CentralStore store;
    final Alerts alerts;

    Node(String name) {
      store =
          CentralStore.open(
              StoreConfig.postgresql(
                  "localhost", server.getPort(), database, "postgres", Secret.of("")),
              clock);
      alerts =
          Alerts.on(
              store,
              AlertsConfig.builder()
                  .standardRules(false)
                  .rule(ERRORS)
                  .channel("mailbox", mailbox)
                  .route(
                      AlertStore.Mailbox.route(
                          Duration.ZERO, Duration.ofSeconds(1), Duration.ofDays(1)))
                  .worker(name)
                  .build(),
              clock);
    }

    int turn() {
      alerts.control().evaluateNow();
      return alerts.notifications().deliverNow();
    }

    void occur(int times) {
      alerts
          .intake()
          .take(
              "test",
              Collections.nCopies(
                  times,
                  MetricEvent.occurrence("errors", clock.instant(), Map.of("data_center", "fra"))),
              null);
    }

    @Override
    public void close() {
      alerts.close();
      store.close();
    }
  }
}
