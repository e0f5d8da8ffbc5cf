package dev.tributary.cli.internal.csv;

import dev.tributary.api.error.PlatformException;
import dev.tributary.cli.internal.console.Progress;
import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.util.List;

/** Takes files one after the other. One that cannot be read does not stop the others. */
public final class FileTurns {
  private final Terminal terminal;
  private final String label;

  /**
   * Makes it ready.
   *
   * @param terminal where progress is shown
   * @param label what stands before the progress
   */
  public FileTurns(Terminal terminal, String label) {
    this.terminal = terminal;
    this.label = label;
  }

  /** What is done with each file. */
  public interface Turn {

    /**
     * Reads one file and writes another.
     *
     * @param job which ones
     * @return what came of it
     * @throws IOException if one of them cannot be read or written
     */
    Done write(CsvJob job) throws IOException;

    /**
     * Says that a file could not be read or written.
     *
     * @param job which one
     * @param unreadable why
     */
    void failed(CsvJob job, Exception unreadable);
  }

  /**
   * What came of one file.
   *
   * @param blemishes how much in it could not be used
   * @param report says what came of it, once no progress is in the way
   */
  public record Done(long blemishes, Runnable report) {}

  /**
   * What came of all files.
   *
   * @param written files that were written
   * @param failed files that could not be read or written
   * @param blemishes how much in the written ones could not be used
   */
  public record Totals(int written, int failed, long blemishes) {}

  /**
   * Takes every file.
   *
   * @param jobs what to read and where to write
   * @param turn what is done with each
   * @return what came of it
   */
  public Totals run(List<CsvJob> jobs, Turn turn) {
    int failed = 0;
    long blemishes = 0;
    try (Progress progress = terminal.progress(label)) {
      for (int index = 0; index < jobs.size(); index++) {
        CsvJob job = jobs.get(index);
        progress.at((double) index / jobs.size(), String.valueOf(job.from().getFileName()));
        try {
          Done done = turn.write(job);
          blemishes += done.blemishes();
          say(progress, done.report());
        } catch (PlatformException | IOException unreadable) {
          failed++;
          say(progress, () -> turn.failed(job, unreadable));
        }
      }
    }
    return new Totals(jobs.size() - failed, failed, blemishes);
  }

  /** Nothing may be said into a line of progress. */
  private static void say(Progress progress, Runnable report) {
    progress.close();
    report.run();
  }
}
