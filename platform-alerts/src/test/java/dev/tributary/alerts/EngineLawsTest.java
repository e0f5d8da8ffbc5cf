package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.alert.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever comes into the log, in whatever batches and order, and wherever the process dies: what
 * is stored is what a backtest and a naive model say, it is told once, and what rules remember in
 * the end is, bit for bit, what the log alone gives.
 */
class EngineLawsTest {
  private static final Logger PLATFORM = Logger.getLogger("dev.tributary");

  private static Path folder;

  /** Deaths are logged where they happen, which is of no interest here. */
  @BeforeContainer
  static void makeFolder() throws IOException {
    PLATFORM.setLevel(Level.OFF);
    folder = Files.createTempDirectory("engine-laws");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    PLATFORM.setLevel(null);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 25)
  void whatIsStoredAndToldIsWhatBacktestAndModelSay(
      @ForAll("rules") List<AlertRule> rules,
      @ForAll("events") List<MetricEvent> events,
      @ForAll long seed)
      throws IOException {
    try (MortalWorld world = new MortalWorld(folder, rules, seed)) {
      world.live(events);

      for (AlertRule rule : rules) {
        List<Transition> stored = world.stored(rule);
        Trial trial = world.backtest(rule);
        assertThat(stored).as(rule.id()).isEqualTo(withoutJudgements(trial.transitions()));
        assertThat(trial.counts().taken()).isEqualTo(world.inTime().size());
        assertThat(trial.counts().late()).isEqualTo(events.size() - world.inTime().size());
      }
      assertThat(NaiveRule.lines(world.stored(rules.getFirst())))
          .isEqualTo(NaiveRule.transitions(rules.getFirst(), world.inTime(), world.watermark()));
      assertThat(world.told()).isEqualTo(world.notable());
      assertThat(world.remembered()).isEqualTo(world.rebuilt());
    }
  }

  private static List<Transition> withoutJudgements(List<Transition> transitions) {
    return transitions.stream()
        .map(one ->
            new Transition(
                one.alert(),
                one.from(),
                one.to(),
                one.at(),
                one.activeAt(),
                one.value(),
                one.reason(),
                null))
        .toList();
  }

  @Provide
  Arbitrary<List<AlertRule>> rules() {
    AlertRule missing =
        AlertRule.metric("m")
            .id("missing")
            .in(Window.tumbling(Duration.ofMillis(500)))
            .when(Condition.absent())
            .lateness(AnyRules.LATENESS)
            .build();
    AlertRule users =
        AlertRule.metric("m")
            .id("users")
            .per("s")
            .of(Aggregate.distinct("user"))
            .in(Window.sliding(Duration.ofMillis(600), Duration.ofMillis(200)))
            .exceeds(1)
            .lateness(AnyRules.LATENESS)
            .build();
    return Combinators.combine(AnyRules.thresholds(), AnyRules.memories())
        .as((threshold, memory) ->
            List.of(
                threshold, AnyRules.remembering(memory).id("remembering").build(), missing, users));
  }

  @Provide
  Arbitrary<List<MetricEvent>> events() {
    return AnyRules.events(1000, 6000);
  }
}
