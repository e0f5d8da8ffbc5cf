package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import dev.tributary.api.window.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no sane source would send: nothing is lost without being counted. */
class OddEventsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void valuesThatAreNoNumbersAreCountedAndChangeNothing() {
    RuleEvaluator evaluator = RuleEvaluator.of(sums().build(), START);

    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1, -1 / 0.0}) {
      evaluator.accept(event(1, value, "a"));
    }
    evaluator.advance(START.plusSeconds(60));

    assertThat(evaluator.counts()).isEqualTo(new EventCounts(1, 0, 0, 3));
    assertThat(values(evaluator)).containsExactly(1.0);
  }

  @Test
  void absurdlyGreatValuesStillCompare() {
    RuleEvaluator evaluator = RuleEvaluator.of(sums().build(), START);

    for (int second = 0; second < 50; second++) {
      evaluator.accept(event(second, Double.MAX_VALUE, "a"));
    }
    evaluator.advance(START.plusSeconds(60));

    assertThat(values(evaluator))
        .singleElement()
        .satisfies(value -> {
          assertThat(value).isFinite().isGreaterThan(1e290);
        });
  }

  @Test
  void aClockThatStepsBackLosesNothingWithoutCountingIt() {
    RuleEvaluator evaluator = RuleEvaluator.of(sums().build(), START);

    evaluator.accept(event(600, 1, "a"));
    evaluator.accept(event(595, 1, "a"));
    evaluator.accept(event(300, 1, "a"));
    evaluator.advance(START);
    evaluator.accept(event(601, 1, "a"));

    assertThat(evaluator.counts()).isEqualTo(new EventCounts(3, 1, 0, 0));
  }

  @Test
  void aFloodOfLabelsIsRefusedAndPushesNobodyOut() {
    RuleEvaluator evaluator = RuleEvaluator.of(sums().seriesLimit(2).build(), START);

    evaluator.accept(event(1, 7, "a"));
    for (int flood = 0; flood < 1000; flood++) {
      evaluator.accept(event(2, 1, "flood-" + flood));
    }
    evaluator.accept(event(3, 7, "a"));
    evaluator.advance(START.plusSeconds(60));

    assertThat(evaluator.counts()).isEqualTo(new EventCounts(3, 0, 999, 0));
    assertThat(values(evaluator)).containsExactly(14.0, 1.0);
  }

  @Test
  void aSilentSeriesMakesRoomAfterADay() {
    RuleEvaluator evaluator = RuleEvaluator.of(sums().seriesLimit(1).build(), START);
    evaluator.accept(event(1, 7, "a"));

    evaluator.advance(START.plus(Duration.ofHours(25)));
    evaluator.accept(event(26 * 3600, 1, "b"));

    assertThat(evaluator.counts().refused()).isZero();
  }

  @Test
  void labelsOfAnyLengthSurviveAStore() {
    String label = "ü".repeat(100_000);
    RuleEvaluator evaluator = RuleEvaluator.of(sums().build(), START);
    evaluator.accept(event(1, 7, label));
    evaluator.advance(START.plusSeconds(30));
    WindowStore store = WindowStores.inMemory();

    evaluator.save(store, 1);
    RuleEvaluator restored = RuleEvaluator.restored(sums().build(), store.read("m"));

    assertThat(restored.alerts()).isEqualTo(evaluator.alerts());
    assertThat(restored.alerts().get(0).alert().labels()).containsEntry("s", label);
  }

  @Test
  void timesBefore1970AreTimes() {
    Instant early = Instant.parse("1969-12-31T23:59:00Z");
    RuleEvaluator evaluator = RuleEvaluator.of(sums().build(), early);

    evaluator.accept(new MetricEvent("m", early.plusSeconds(30), 3, Map.of("s", "a")));
    evaluator.advance(early.plusSeconds(60));

    assertThat(values(evaluator)).containsExactly(3.0);
  }

  @Test
  void windowsThatMakeNoSenseAreRefusedByName() {
    assertThatThrownBy(() -> Window.sliding(Duration.ofDays(400_000_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Window.sliding(Duration.ofMinutes(-5)))
        .hasMessageContaining("above zero");
    assertThatThrownBy(() -> sums().lateness(Duration.ofDays(3000)).build())
        .hasMessageContaining("lateness");
  }

  private static AlertRule.Builder sums() {
    return AlertRule.metric("m")
        .per("s")
        .of(Aggregate.sum())
        .in(Window.sliding(Duration.ofMinutes(1), Duration.ofSeconds(1)))
        .exceeds(100);
  }

  private static MetricEvent event(long second, double value, String series) {
    return new MetricEvent("m", START.plusSeconds(second), value, Map.of("s", series));
  }

  private static List<Double> values(RuleEvaluator evaluator) {
    return evaluator.alerts().stream().map(AlertStatus::value).toList();
  }
}
