package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertState;
import dev.tributary.api.event.EventTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform reports of its sources, and the rules that are on from the start. */
class StandardRulesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private AlertStore world;

  @BeforeEach
  void open() {
    world = new AlertStore(folder, AlertsConfig.builder());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void ofTwoThingsSaidAtTheSameInstantTheLaterOneCounts() {
    becomes("late");
    becomes("fresh");
    world.pass(MINUTE);
    assertThat(world.states()).isEmpty();

    becomes("fresh");
    becomes("late");
    world.crash();
    world.pass(MINUTE);
    assertThat(world.states()).containsExactly(AlertState.FIRING);

    becomes("late");
    world.alerts().control().evaluateNow();
    world.crashAndKeepEverything();
    becomes("fresh");
    world.pass(MINUTE);
    assertThat(world.states()).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
  }

  @Test
  void whatIsSaidWhileTheClockIsBehindCountsInItsOrder() {
    becomes("fresh");
    world.pass(MINUTE);
    world.clock.advance(MINUTE.negated());
    becomes("late");
    becomes("fresh");
    world.pass(MINUTE.multipliedBy(3));

    assertThat(world.states()).isEmpty();
  }

  private void becomes(String freshness) {
    world.store.<Boolean, RuntimeException>write(transaction -> {
      transaction.append(
          EventTypes.SOURCE_FRESHNESS_CHANGED,
          "fra-users",
          Map.of("to", freshness, "cause", freshness.equals("late") ? "source_silent" : "none"));
      return true;
    });
  }
}
