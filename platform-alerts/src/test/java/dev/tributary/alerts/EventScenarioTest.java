package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventScenarioTest {
  private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void plantedIncidentRaisesItsAlertAndNoOther() {
    EventRate quiet = EventRate.steady(0.05);
    EventRate incident =
        quiet.plus(EventRate.burst(Duration.ofMinutes(30), Duration.ofMinutes(10), 1));
    EventScenario scenario =
        EventScenario.of("failed_logins", 42)
            .series(Map.of("data_center", "ams"), quiet)
            .series(Map.of("data_center", "fra"), incident)
            .series(Map.of("data_center", "sin"), quiet);
    AlertRule rule =
        AlertRule.metric("failed_logins")
            .per("data_center")
            .exceeds(50)
            .in(Duration.ofMinutes(5))
            .lasting(Duration.ofMinutes(2))
            .build();
    Instant end = MORNING.plus(HOUR);

    Backtest backtest = Backtest.run(rule, scenario.between(MORNING, end), MORNING, end);

    assertThat(backtest.transitions())
        .extracting(Transition::to)
        .containsExactly(AlertState.PENDING, AlertState.FIRING, AlertState.RESOLVED);
    assertThat(backtest.transitions())
        .allMatch(one -> "fra".equals(one.alert().labels().get("data_center")));
    assertThat(backtest.transitions().get(1).at())
        .isBetween(MORNING.plusSeconds(1800), MORNING.plusSeconds(2400));
  }

  @Property(tries = 20)
  void sameSeedGivesTheSameEventsInOrder(@ForAll long seed) {
    EventScenario scenario =
        EventScenario.of("m", seed)
            .series(Map.of("s", "a"), EventRate.steady(0.3))
            .series(Map.of("s", "b"), EventRate.drift(0, 1, HOUR));
    Iterable<MetricEvent> events = scenario.between(MORNING, MORNING.plus(HOUR));

    List<MetricEvent> first = list(events);

    assertThat(list(events)).isEqualTo(first);
    assertThat(first).extracting(MetricEvent::at).isSorted();
    assertThat(first).allMatch(event -> event.at().isBefore(MORNING.plus(HOUR)));
  }

  @Test
  void asManyComeAsTheRateSays() {
    assertThat(count(EventRate.steady(10), 0, 1)).isBetween(35_400, 36_600);
    assertThat(count(EventRate.steady(0), 0, 24)).isZero();
    assertThat(count(EventRate.burst(HOUR, HOUR, 5), 0, 1)).isZero();
    assertThat(count(EventRate.burst(HOUR, HOUR, 5), 1, 2)).isBetween(17_500, 18_500);
  }

  @Test
  void seasonalRateIsLowestAtItsBeginningAndHighestHalfADayLater() {
    EventRate seasonal = EventRate.seasonal(1, 0.9);

    assertThat(count(seasonal, 0, 1)).isLessThan(600);
    assertThat(count(seasonal, 11, 12)).isGreaterThan(6_000);
  }

  @Test
  void driftGoesFromOneRateToTheOtherAndStays() {
    EventRate drift = EventRate.drift(2, 0, HOUR.multipliedBy(2));

    assertThat(count(drift, 0, 1)).isGreaterThan(count(drift, 1, 2));
    assertThat(count(drift, 2, 3)).isZero();
  }

  @Test
  void absurdRatesAreRefused() {
    assertThatThrownBy(() -> EventRate.steady(-1)).hasMessageContaining("from 0 to 1000000");
    assertThatThrownBy(() -> EventRate.steady(Double.NaN))
        .hasMessageContaining("from 0 to 1000000");
    assertThatThrownBy(() -> EventRate.seasonal(1, 2)).hasMessageContaining("swing 2.0");
    assertThatThrownBy(() -> EventRate.drift(1, 2, Duration.ZERO))
        .hasMessageContaining("above zero");
  }

  /** How many events a rate gives between two hours. */
  private static int count(EventRate rate, int fromHour, int untilHour) {
    Instant from = MORNING.plus(HOUR.multipliedBy(fromHour));
    Instant until = MORNING.plus(HOUR.multipliedBy(untilHour));
    EventScenario scenario = EventScenario.of("m", 1).series(Map.of(), rate);
    return (int)
        list(scenario.between(MORNING, until)).stream()
            .filter(event -> !event.at().isBefore(from))
            .count();
  }

  private static List<MetricEvent> list(Iterable<MetricEvent> events) {
    List<MetricEvent> list = new ArrayList<>();
    events.forEach(list::add);
    return list;
  }
}
