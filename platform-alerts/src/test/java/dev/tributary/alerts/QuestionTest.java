package dev.tributary.alerts;

import static dev.tributary.api.alert.AlertState.ERROR;
import static dev.tributary.api.alert.AlertState.FIRING;
import static dev.tributary.api.alert.AlertState.INACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.QueryRunner;
import dev.tributary.api.alert.RuleSource;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that ask the store. */
class QuestionTest {
  private static final AlertRule OPEN_PAYMENTS =
      AlertRule.metric("open_payments")
          .from(RuleSource.query("SELECT COUNT(*) FROM transactions", Duration.ofMinutes(1)))
          .per("data_center")
          .of(Aggregate.last())
          .in(Duration.ofMinutes(1))
          .exceeds(10)
          .lateness(Duration.ZERO)
          .build();

  @TempDir Path folder;
  private AlertStore world;
  private double answer = 1;
  private boolean broken;

  private void open(AlertsConfig.Builder config) {
    QueryRunner queries =
        (sql, timeout, most) -> {
          if (broken) {
            throw new PlatformException(PlatformError.INVALID_REQUEST, "no such table: payments");
          }
          return List.of(Map.of("data_center", "fra", "count", answer));
        };
    world = new AlertStore(folder, config.standardRules(false).rule(OPEN_PAYMENTS), queries);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theAnswerIsTheValueAndItsTextsAreTheLabels() {
    open(AlertsConfig.builder());
    ask();
    answer = 11;
    ask();

    assertThat(world.states()).containsExactly(FIRING);
    assertThat(world.history().getFirst().transition().alert().labels())
        .isEqualTo(Map.of("data_center", "fra"));
    broken = true;
    ask();
    assertThat(world.states()).as("an alert that is on stays on").containsExactly(FIRING);
    assertThat(world.alerts().rules().find("open_payments").orElseThrow().sampling().error())
        .contains("no such table");
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMORY", "STORE"})
  void aQuestionThatFailsIsAnErrorUntilItIsAnsweredAgainAlsoAcrossACrash(WindowPlace windows) {
    open(AlertsConfig.builder().windows(windows));
    world.crashAndKeepEverything();
    ask();
    broken = true;
    ask();
    assertThat(world.states()).containsExactly(ERROR);

    world.crashAndKeepEverything();
    broken = false;
    ask();
    ask();
    assertThat(world.states()).containsExactly(ERROR, INACTIVE);
  }

  /** Lets the next minute pass. */
  private void ask() {
    world.clock.advance(Duration.ofMinutes(1));
    world.alerts().control().evaluateNow();
    world.alerts().sample();
    world.pass(Duration.ofSeconds(20));
  }
}
