package dev.tributary.cli.internal.detect;

import dev.tributary.api.error.PlatformException;
import dev.tributary.cli.internal.console.Progress;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.csv.CsvJob;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Scores files one after the other. A file that cannot be read does not stop the others. */
public final class DetectRun {
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

  /**
   * What came of all files.
   *
   * @param written files that were written
   * @param failed files that could not be read or written
   * @param incomplete files written with rows that could not be judged for what is wrong with them
   */
  public record Totals(int written, int failed, int incomplete) {}

  /**
   * Scores files.
   *
   * @param jobs what to read and where to write
   * @return what came of it
   */
  public Totals run(List<CsvJob> jobs) {
    int failed = 0;
    int incomplete = 0;
    try (Progress progress = terminal.progress("detect")) {
      for (int index = 0; index < jobs.size(); index++) {
        CsvJob job = jobs.get(index);
        progress.at((double) index / jobs.size(), String.valueOf(job.from().getFileName()));
        try {
          SeriesReport report = ScoreFile.write(job);
          incomplete += report.complete() ? 0 : 1;
          clear(progress).say(job.from() + ": " + report.text());
        } catch (PlatformException | IOException unreadable) {
          failed++;
          clear(progress).fault(job.from() + ": " + wording.apply(unreadable));
        }
      }
    }
    return new Totals(jobs.size() - failed, failed, incomplete);
  }

  private Terminal clear(Progress progress) {
    progress.close();
    return terminal;
  }
}
