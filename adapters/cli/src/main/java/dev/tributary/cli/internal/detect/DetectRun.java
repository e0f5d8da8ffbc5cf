package dev.tributary.cli.internal.detect;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.csv.CsvJob;
import dev.tributary.cli.internal.csv.FileTurns.Done;
import dev.tributary.cli.internal.csv.FileTurns.Turn;
import java.io.IOException;
import java.util.function.Function;

/** Scores files. One whose rows could not all be judged counts as blemished. */
public final class DetectRun implements Turn {
  private final Terminal terminal;
  private final Function<Exception, String> wording;

  /**
   * Makes it ready.
   *
   * @param terminal where reports go
   * @param wording how a failure is put into words
   */
  public DetectRun(Terminal terminal, Function<Exception, String> wording) {
    this.terminal = terminal;
    this.wording = wording;
  }

  @Override
  public Done write(CsvJob job) throws IOException {
    SeriesReport report = ScoreFile.write(job);
    return new Done(
        report.complete() ? 0 : 1, () -> terminal.say(job.from() + ": " + report.text()));
  }

  @Override
  public void failed(CsvJob job, Exception unreadable) {
    terminal.fault(job.from() + ": " + wording.apply(unreadable));
  }
}
