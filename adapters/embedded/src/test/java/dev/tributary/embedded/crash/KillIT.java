package dev.tributary.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills unless asked for more; docs/reliability.md tells how. */
class KillIT {
  private static final int KILLS = Integer.getInteger("tributary.kills", 10);
  private static final long SEED = Long.getLong("tributary.seed", 42);

  @Test
  void nothingIsLostOrDoubledWhenTheProcessIsKilledAgainAndAgain(@TempDir Path folder)
      throws Exception {
    KillHarness.Outcome outcome = new KillHarness(folder, SEED).run(KILLS);
    System.getLogger(KillIT.class.getName()).log(System.Logger.Level.INFO, "{0}", outcome);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.cut()).as("runs cut in the middle").isGreaterThanOrEqualTo(KILLS / 3);
    assertThat(outcome.rows()).allSatisfy((source, rows) -> assertThat(rows).isPositive());
  }
}
