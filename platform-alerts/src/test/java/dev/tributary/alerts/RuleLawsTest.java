package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleLawsTest {
  private static final int LATENESS = (int) AnyRules.LATENESS.toMillis();
  private static final Instant START = Instant.EPOCH;
  private static final long UNTIL = 20_000;

  @Property(tries = 400)
  void liveWithCrashesIsBacktestIsNaiveModel(
      @ForAll("rule") AlertRule rule,
      @ForAll("events") List<MetricEvent> events,
      @ForAll long seed) {
    Random random = new Random(seed);

    List<Transition> live = live(rule, arrivals(events, random), random);
    List<MetricEvent> inOrder =
        events.stream().sorted(Comparator.comparing(MetricEvent::at)).toList();
    Backtest backtest = Backtest.run(rule, inOrder, START, Instant.ofEpochMilli(UNTIL));

    assertThat(live).isEqualTo(backtest.transitions());
    assertThat(NaiveRule.lines(backtest.transitions()))
        .isEqualTo(NaiveRule.transitions(rule, events, UNTIL));
    assertThat(live).doesNotHaveDuplicates();
    assertThat(backtest.counts().taken()).isEqualTo(events.size());
  }

  @Property(tries = 100)
  void detectorsAndComparisonsSurviveCrashesToo(
      @ForAll("remembering") Condition condition,
      @ForAll("events") List<MetricEvent> events,
      @ForAll long seed) {
    AlertRule rule = AnyRules.remembering(condition).build();
    Random random = new Random(seed);

    List<Transition> live = live(rule, arrivals(events, random), random);

    Instant until = Instant.ofEpochMilli(UNTIL);
    assertThat(live)
        .isEqualTo(Backtest.run(rule, arrivals(events, random), START, until).transitions());
  }

  /** Feeds the events, and now and then crashes and goes on from what was saved. */
  private static List<Transition> live(AlertRule rule, List<MetricEvent> arrivals, Random random) {
    List<Transition> transitions = new ArrayList<>();
    RuleEvaluator evaluator = RuleEvaluator.of(rule, START);
    for (MetricEvent event : arrivals) {
      transitions.addAll(evaluator.accept(event));
      if (random.nextInt(10) == 0) {
        evaluator = restored(rule, save(evaluator));
      }
    }
    transitions.addAll(evaluator.advance(Instant.ofEpochMilli(UNTIL / 2)));
    evaluator = restored(rule, save(evaluator));
    transitions.addAll(evaluator.advance(Instant.ofEpochMilli(UNTIL)));
    return transitions;
  }

  private static List<MetricEvent> arrivals(List<MetricEvent> events, Random random) {
    Map<MetricEvent, Long> arrival = new IdentityHashMap<>();
    events.forEach(
        event -> arrival.put(event, event.at().toEpochMilli() + random.nextInt(LATENESS + 1)));
    return events.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  @Provide
  Arbitrary<AlertRule> rule() {
    return AnyRules.thresholds();
  }

  @Provide
  Arbitrary<Condition> remembering() {
    return AnyRules.memories();
  }

  @Provide
  Arbitrary<List<MetricEvent>> events() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(1000, 6000),
            Arbitraries.integers().between(-4, 20))
        .as((series, at, quarters) ->
            new MetricEvent("m", START.plusMillis(at), quarters / 4.0, Map.of("s", series)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static byte[] save(RuleEvaluator evaluator) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      evaluator.save(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static RuleEvaluator restored(AlertRule rule, byte[] saved) {
    try {
      return RuleEvaluator.restored(rule, new DataInputStream(new ByteArrayInputStream(saved)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
