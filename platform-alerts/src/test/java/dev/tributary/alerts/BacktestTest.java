package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Window;
import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BacktestTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> makesTheTransitionsOfTheTable() {
    return SpecTables.cases("rules.yaml", BacktestTest::check);
  }

  private static void check(JsonNode node) {
    RuleSpec spec = new RuleSpec(node);

    Backtest backtest = Backtest.run(spec.rule(), spec.events(), spec.start(), spec.until());

    List<String> lines = new ArrayList<>();
    for (Transition transition : backtest.transitions()) {
      long second = Duration.between(spec.start(), transition.at()).toSeconds();
      String dataCenter = transition.alert().labels().getOrDefault("data_center", "");
      lines.add(line(second, transition.to().name(), dataCenter));
    }
    List<String> expected = new ArrayList<>();
    for (JsonNode line : node.path("transitions")) {
      expected.add(line(line.get(0).asLong(), line.get(1).asText(), line.path(2).asText("")));
    }
    assertThat(lines).isEqualTo(expected);
  }

  private static String line(long second, String state, String dataCenter) {
    return second + " " + state.toLowerCase(Locale.ROOT) + " " + dataCenter;
  }

  @Test
  void transitionSaysSinceWhenAndWhy() {
    Backtest backtest = Backtest.run(busy(), logins(60), NOON, NOON.plusSeconds(240));

    assertThat(backtest.transitions())
        .extracting(Transition::to)
        .containsExactly(AlertState.PENDING, AlertState.FIRING);
    Transition firing = backtest.transitions().get(1);
    assertThat(firing.reason()).isEqualTo("60 is above 50");
    assertThat(firing.activeAt()).isEqualTo(NOON.plusSeconds(55));
    assertThat(firing.at()).isEqualTo(NOON.plusSeconds(175));
    assertThat(firing.value()).isEqualTo(60);
  }

  @Test
  void statusTellsHowThingsStand() {
    Backtest backtest = Backtest.run(busy(), logins(60), NOON, NOON.plusSeconds(600));

    AlertStatus alert = backtest.alerts().get(0);
    assertThat(alert.alert().labels()).containsExactly(Map.entry("data_center", "fra"));
    assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(alert.resolvedAt()).isEqualTo(NOON.plusSeconds(310));
    assertThat(alert.activeAt()).isNull();
  }

  @Test
  void eventsThatDoNotCountAreCounted() {
    AlertRule rule = busy().toBuilder().seriesLimit(1).build();
    List<MetricEvent> events = new ArrayList<>(logins(3));
    events.add(new MetricEvent("failed_logins", NOON, Double.NaN, Map.of("data_center", "fra")));
    events.add(MetricEvent.occurrence("failed_logins", NOON, Map.of("data_center", "ams")));
    events.add(
        MetricEvent.occurrence(
            "failed_logins", NOON.minusSeconds(1), Map.of("data_center", "fra")));
    events.add(MetricEvent.occurrence("something_else", NOON, Map.of()));

    Backtest backtest = Backtest.run(rule, events, NOON, NOON.plusSeconds(60));

    assertThat(backtest.counts()).isEqualTo(new EventCounts(3, 1, 1, 1));
  }

  @Test
  void combinationsOfLabelsAreKeptApart() {
    AlertRule rule =
        AlertRule.metric("m")
            .per("a", "b")
            .in(Window.tumbling(Duration.ofMinutes(1)))
            .exceeds(1)
            .build();
    List<MetricEvent> events = new ArrayList<>();
    for (Map<String, String> labels :
        List.of(Map.of("a", "1", "b", "23"), Map.of("a", "12", "b", "3"), Map.of("a", "12"))) {
      events.add(new MetricEvent("m", NOON, 1, labels));
      events.add(new MetricEvent("m", NOON, 1, labels));
    }

    Backtest backtest = Backtest.run(rule, events, NOON, NOON.plusSeconds(60));

    assertThat(backtest.transitions())
        .extracting(transition -> transition.alert().labels())
        .containsExactlyInAnyOrder(
            Map.of("a", "1", "b", "23"), Map.of("a", "12", "b", "3"), Map.of("a", "12", "b", ""));
  }

  @Test
  void distinctCountsValuesOfALabel() {
    AlertRule rule =
        AlertRule.metric("m")
            .of(Aggregate.distinct("user"))
            .in(Window.tumbling(Duration.ofMinutes(1)))
            .exceeds(2)
            .build();
    List<MetricEvent> events = new ArrayList<>();
    for (String user : List.of("ann", "bob", "ann", "cid")) {
      events.add(MetricEvent.occurrence("m", NOON, Map.of("user", user)));
    }

    Backtest backtest = Backtest.run(rule, events, NOON, NOON.plusSeconds(60));

    assertThat(backtest.transitions()).extracting(Transition::value).containsExactly(3.0);
  }

  @Test
  void ruleWithoutSuchADetectorIsRefused() {
    AlertRule rule = AlertRule.metric("m").when(Condition.anomaly("combind")).build();

    assertThatThrownBy(() -> RuleEvaluator.of(rule, NOON))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("did you mean 'combined'?");
  }

  private static AlertRule busy() {
    return AlertRule.metric("failed_logins")
        .per("data_center")
        .exceeds(50)
        .in(Duration.ofMinutes(5))
        .lasting(Duration.ofMinutes(2))
        .build();
  }

  private static List<MetricEvent> logins(int count) {
    List<MetricEvent> events = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      Instant at = NOON.plusSeconds(index);
      events.add(MetricEvent.occurrence("failed_logins", at, Map.of("data_center", "fra")));
    }
    return events;
  }
}
