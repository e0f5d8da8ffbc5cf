package dev.tributary.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills unless asked for more; docs/reliability.md tells how. */
class AlertKillIT {
  private static final int KILLS = Integer.getInteger("tributary.kills", 10);
  private static final long SEED = Long.getLong("tributary.seed", 42);

  @Test
  void alertsFireOnAndEachIsToldOnceWhenTheProcessIsKilledAgainAndAgain(@TempDir Path folder)
      throws Exception {
    AlertKillHarness.Outcome outcome = new AlertKillHarness(folder, SEED).run(KILLS);
    System.getLogger(AlertKillIT.class.getName()).log(System.Logger.Level.INFO, "{0}", outcome);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.whileFiring()).isGreaterThanOrEqualTo(KILLS / 2);
    assertThat(outcome.repeated()).as("killed while telling").isGreaterThanOrEqualTo(KILLS / 10);
  }
}
