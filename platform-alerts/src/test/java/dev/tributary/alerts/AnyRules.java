package dev.tributary.alerts;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules about the metric {@code m} for each {@code s}, for the laws that hold for all of them. */
final class AnyRules {
  /** How late the events of these rules may come. */
  static final Duration LATENESS = Duration.ofMillis(400);

  private AnyRules() {}

  /** Rules that {@link NaiveRule} understands. */
  static Arbitrary<AlertRule> thresholds() {
    Arbitrary<Window> window =
        Arbitraries.of(
            Window.tumbling(Duration.ofMillis(500)),
            Window.sliding(Duration.ofMillis(500), Duration.ofMillis(100)),
            Window.session(Duration.ofMillis(300)));
    Arbitrary<Aggregate> aggregate =
        Arbitraries.of(Aggregate.count(), Aggregate.sum(), Aggregate.average(), Aggregate.max());
    Arbitrary<Condition> condition =
        Arbitraries.of(Condition.above(2), Condition.above(3, 1), Condition.above(0, -1));
    return Combinators.combine(
            window,
            aggregate,
            condition,
            Arbitraries.of(0, 200, 500),
            Arbitraries.of(0, 300),
            Arbitraries.of(NoDataPolicy.class))
        .as((in, of, when, lasting, keep, noData) ->
            AlertRule.metric("m")
                .per("s")
                .in(in)
                .of(of)
                .when(when)
                .lasting(Duration.ofMillis(lasting))
                .keepFiringFor(Duration.ofMillis(keep))
                .onNoData(noData)
                .lateness(LATENESS)
                .build());
  }

  /** A rule with a condition that rests on earlier windows. */
  static AlertRule.Builder remembering(Condition condition) {
    return AlertRule.metric("m")
        .per("s")
        .in(Window.sliding(Duration.ofMillis(400), Duration.ofMillis(100)))
        .when(condition)
        .lateness(LATENESS);
  }

  /** Events of {@code a} and {@code b} by three users, within some seconds. */
  static Arbitrary<List<MetricEvent>> events(int from, int until) {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(from, until),
            Arbitraries.integers().between(-8, 40),
            Arbitraries.of("x", "y", "z"))
        .as((series, at, quarters, user) ->
            new MetricEvent(
                "m", Instant.ofEpochMilli(at), quarters / 4.0, Map.of("s", series, "user", user)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  /** Conditions that rest on earlier windows. */
  static Arbitrary<Condition> memories() {
    return Arbitraries.of(
        Condition.changesByPercent(50),
        Condition.spikes(2, 2),
        Condition.absent(),
        Condition.anomaly("z_score"),
        Condition.anomaly("robust_z_score"),
        Condition.anomaly("combined"));
  }
}
