package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Window;
import dev.tributary.api.window.WindowState;
import dev.tributary.api.window.WindowStore;
import dev.tributary.api.window.WindowStoreStatus;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;

/** Windows that are kept in a store go on after a crash as if there had been none. */
class KeptWindowsTest {
  private static final Instant START = Instant.EPOCH;
  private static final Instant UNTIL = Instant.ofEpochSecond(40);

  private static Path folder;
  private static CentralStore central;

  @BeforeContainer
  static void openCentralStore() throws IOException {
    folder = Files.createTempDirectory("kept-windows");
    central =
        CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), InstantSource.system());
  }

  @AfterContainer
  static void closeCentralStore() throws IOException {
    central.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 60)
  void everyStoreGivesTheWindowsThatMemoryGives(
      @ForAll("rule") AlertRule rule,
      @ForAll("events") List<MetricEvent> events,
      @ForAll long seed) {
    List<Transition> expected = Backtest.run(rule, events, START, UNTIL).transitions();
    FailingWindowStore failing = new FailingWindowStore(new Random(seed));

    for (WindowStore store :
        List.of(
            WindowStores.inMemory(),
            WindowStores.jdbc(central),
            WindowStores.withFallback(
                failing, WindowStores.inMemory(), TestClock.at(START), status -> {}))) {
      store.drop(rule.id());
      assertThat(withCrashes(rule, events, store, new Random(seed)))
          .as(store.name())
          .isEqualTo(expected);
    }
  }

  /** Evaluates with a store, and after each crash begins anew with what the store has kept. */
  private static List<Transition> withCrashes(
      AlertRule rule, List<MetricEvent> events, WindowStore store, Random random) {
    RuleEvaluator evaluator = RuleEvaluator.of(rule, START);
    List<Transition> transitions = new ArrayList<>();
    Map<Long, Integer> before = new HashMap<>(Map.of(WindowState.NONE, 0));
    for (int index = 0; index < events.size(); index++) {
      transitions.addAll(evaluator.accept(events.get(index)));
      if (random.nextInt(3) == 0) {
        evaluator.save(store, index);
        before.put((long) index, transitions.size());
      }
      if (random.nextInt(8) == 0) {
        WindowState state = store.read(rule.id());
        evaluator =
            state.equals(WindowState.none())
                ? RuleEvaluator.of(rule, START)
                : RuleEvaluator.restored(rule, state);
        transitions = new ArrayList<>(transitions.subList(0, before.get(state.revision())));
        index = (int) state.revision();
      }
    }
    transitions.addAll(evaluator.advance(UNTIL));
    return transitions;
  }

  @Provide
  Arbitrary<AlertRule> rule() {
    Arbitrary<Window> window =
        Arbitraries.of(
            Window.sliding(Duration.ofSeconds(1), Duration.ofMillis(200)),
            Window.tumbling(Duration.ofSeconds(2)),
            Window.session(Duration.ofMillis(600)));
    Arbitrary<Aggregate> aggregate =
        Arbitraries.of(
            Aggregate.count(),
            Aggregate.sum(),
            Aggregate.max(),
            Aggregate.last(),
            Aggregate.distinct("user"),
            Aggregate.percentile(90));
    Arbitrary<Condition> condition =
        Arbitraries.of(
            Condition.above(2), Condition.changesByPercent(50), Condition.anomaly("z_score"));
    return Combinators.combine(window, aggregate, condition)
        .as((shape, of, when) ->
            AlertRule.metric("m")
                .per("s")
                .in(shape)
                .of(of)
                .when(when)
                .lasting(Duration.ofMillis(400))
                .lateness(Duration.ofSeconds(1))
                .build());
  }

  @Provide
  Arbitrary<List<MetricEvent>> events() {
    return AnyRules.events(0, 20_000)
        .map(events -> {
          List<MetricEvent> inOrder = new ArrayList<>(events);
          inOrder.sort(Comparator.comparing(MetricEvent::at));
          return inOrder;
        });
  }

  @Test
  void aStoreThatFailsIsReplacedAndTakenUpAgain() {
    TestClock clock = TestClock.at(START);
    FailingWindowStore preferred = new FailingWindowStore(new Random(1));
    preferred.failing = false;
    WindowStore fallback = WindowStores.inMemory();
    List<WindowStoreStatus> said = new ArrayList<>();
    WindowStore store = WindowStores.withFallback(preferred, fallback, clock, said::add);
    AlertRule rule = AlertRule.metric("m").exceeds(3).build();
    RuleEvaluator evaluator = RuleEvaluator.of(rule, START);

    evaluator.accept(event(1));
    evaluator.save(store, 1);
    preferred.broken = true;
    evaluator.accept(event(2));
    evaluator.save(store, 2);
    assertThat(said)
        .singleElement()
        .satisfies(status -> {
          assertThat(status.degraded()).isTrue();
          assertThat(status.inUse()).isEqualTo("memory");
          assertThat(status.reason()).contains("does not answer");
        });
    assertThat(store.read("m").revision()).isEqualTo(2);

    preferred.broken = false;
    evaluator.accept(event(3));
    evaluator.save(store, 3);
    assertThat(said).as("it is left alone for a while").hasSize(1);

    clock.advance(WindowStores.RETRY_AFTER);
    evaluator.save(store, 4);
    assertThat(said).hasSize(2);
    assertThat(said.get(1).degraded()).isFalse();
    assertThat(preferred.read("m").revision()).isEqualTo(4);
    assertThat(RuleEvaluator.restored(rule, store.read("m")).counts())
        .isEqualTo(evaluator.counts());
  }

  @Test
  void evaluatorsAreNotRestoredFromNothing() {
    AlertRule rule = AlertRule.metric("m").exceeds(3).build();

    assertThatThrownBy(() -> RuleEvaluator.restored(rule, WindowState.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("begin it with");
  }

  private static MetricEvent event(long second) {
    return MetricEvent.occurrence("m", Instant.ofEpochSecond(second), Map.of());
  }
}
