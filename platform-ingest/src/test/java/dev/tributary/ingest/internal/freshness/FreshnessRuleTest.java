package dev.tributary.ingest.internal.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.Freshness.Cause;
import dev.tributary.api.ingest.Freshness.State;
import dev.tributary.ingest.config.FreshnessConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SourceConfig source =
      SourceConfig.builder("s", "fra", "csv", "d")
          .every(Duration.ofSeconds(10))
          .freshness(new FreshnessConfig(MINUTE, MINUTE.multipliedBy(2), MINUTE.multipliedBy(5)))
          .build();

  private static @Nullable Instant ago(int minutes) {
    return minutes < 0 ? null : NOW.minus(Duration.ofMinutes(minutes));
  }

  /** Minutes since the last success and since the last new data; -1 for never. */
  private Freshness decide(int success, int newData, int failures, @Nullable String paused) {
    return decide(success, newData, failures, paused, false);
  }

  private Freshness decide(
      int success, int newData, int failures, @Nullable String paused, boolean running) {
    SourceFacts facts =
        new SourceFacts(
            "s",
            "fra",
            "x",
            paused,
            failures,
            null,
            ago(success),
            null,
            ago(newData),
            null,
            null,
            0,
            NOW.minus(Duration.ofMinutes(1)));
    return FreshnessRule.decide(
        new FreshnessRule.Case(
            source, true, facts, running, failures == 0 ? "" : "no route to host", null),
        NOW);
  }

  private static void is(Freshness freshness, State state, Cause cause) {
    assertThat(List.of(freshness.state(), freshness.cause())).containsExactly(state, cause);
  }

  @Test
  void aSourceThatBringsDataIsFresh() {
    is(decide(0, 0, 0, null), State.FRESH, Cause.NONE);
    is(decide(0, 1, 1, null), State.FRESH, Cause.NONE);
  }

  @Test
  void aSourceNeverReadIsUnknownUntilItFails() {
    is(decide(-1, -1, 0, null), State.UNKNOWN, Cause.NONE);
    is(decide(-1, -1, 1, null), State.WARN, Cause.CONNECTOR_FAILING);
    assertThat(decide(-1, -1, 1, null).reason()).endsWith("; the latest says: no route to host");
  }

  @Test
  void runsThatBringNothingMakeItSilent() {
    is(decide(0, 3, 0, null), State.WARN, Cause.SOURCE_SILENT);
    is(decide(0, 9, 0, null), State.LATE, Cause.SOURCE_SILENT);
    assertThat(decide(0, 9, 0, null).reason()).contains("nothing new has come for 9 min");
    assertThat(decide(0, 150, 0, null).reason()).contains("for 2 h 30 min");
  }

  @Test
  void runsThatFailMakeTheConnectorTheCause() {
    is(decide(3, 3, 4, null), State.WARN, Cause.CONNECTOR_FAILING);
    is(decide(9, 9, 40, null), State.LATE, Cause.CONNECTOR_FAILING);
  }

  @Test
  void runsThatDoNotBeginMakeTheSchedulerTheCause() {
    is(decide(6, 6, 0, null), State.LATE, Cause.SCHEDULER_LATE);
  }

  @Test
  void aRunThatHangsMakesTheConnectorTheCause() {
    is(decide(6, 6, 0, null, true), State.LATE, Cause.CONNECTOR_FAILING);
  }

  @Test
  void aPauseIsSaidWhateverTheAge() {
    is(decide(0, 0, 0, "repair"), State.FRESH, Cause.PAUSED);
    is(decide(9, 9, 3, "repair"), State.LATE, Cause.PAUSED);
    assertThat(decide(9, 9, 3, "repair").reason()).contains("repair");
  }

  @Test
  void aDataCenterIsWhatItsSourcesAmountTo() {
    Freshness fresh = decide(0, 0, 0, null);
    Freshness warned = decide(0, 3, 0, null);
    Freshness silent = decide(0, 9, 0, null);
    Freshness failing = decide(9, 9, 9, null);
    Freshness unknown = decide(-1, -1, 0, null);

    assertThat(CenterRule.decide(List.of())).isEqualTo(DataCenterStatus.UNKNOWN);
    assertThat(CenterRule.decide(List.of(unknown))).isEqualTo(DataCenterStatus.UNKNOWN);
    assertThat(CenterRule.decide(List.of(fresh, unknown))).isEqualTo(DataCenterStatus.UP);
    assertThat(CenterRule.decide(List.of(fresh, warned))).isEqualTo(DataCenterStatus.DEGRADED);
    assertThat(CenterRule.decide(List.of(fresh, silent))).isEqualTo(DataCenterStatus.STALE);
    assertThat(CenterRule.decide(List.of(fresh, failing))).isEqualTo(DataCenterStatus.FAILING);
    assertThat(CenterRule.decide(List.of(failing, failing))).isEqualTo(DataCenterStatus.DOWN);
  }
}
