package dev.tributary.embedded.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the kill harness; docs/reliability.md tells how to run the long one. */
class KillIT {
  private static final int KILLS = 10;

  @Test
  void nothingIsLostOrDoubledWhenTheProcessIsKilledAgainAndAgain(@TempDir Path folder)
      throws Exception {
    KillHarness.Outcome outcome = new KillHarness(folder, 42).run(KILLS);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.rows()).allSatisfy((source, rows) -> assertThat(rows).isPositive());
  }
}
