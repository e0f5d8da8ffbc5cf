package dev.tributary.cli.internal.csv;

import dev.tributary.api.error.PlatformException;
import dev.tributary.cli.internal.console.Progress;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.json.JsonText;
import dev.tributary.connector.csv.CsvNormalizer;
import dev.tributary.connector.csv.CsvReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites files one after the other. A file that cannot be read does not stop the others. */
public final class CsvRewrite {
  private static final int MOST_REJECTED_SHOWN = 5;

  private final CsvNormalizer normalizer;
  private final Terminal terminal;
  private final boolean json;

  /**
   * Makes it ready.
   *
   * @param normalizer does the work
   * @param terminal where reports go
   * @param json whether programs read them
   */
  public CsvRewrite(CsvNormalizer normalizer, Terminal terminal, boolean json) {
    this.normalizer = normalizer;
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * What came of all files.
   *
   * @param written files that were written
   * @param failed files that could not be read or written
   * @param rejected rows that were left out
   */
  public record Totals(int written, int failed, long rejected) {}

  /**
   * Rewrites.
   *
   * @param jobs what to read and where to write
   * @return what came of it
   */
  public Totals run(List<CsvJob> jobs) {
    int failed = 0;
    long rejected = 0;
    try (Progress progress = terminal.progress("csv")) {
      for (int index = 0; index < jobs.size(); index++) {
        CsvJob job = jobs.get(index);
        progress.at((double) index / jobs.size(), String.valueOf(job.from().getFileName()));
        try {
          CsvReport report = rewrite(job);
          rejected += report.counts().rejected();
          say(progress, job, report);
        } catch (PlatformException | IOException unreadable) {
          failed++;
          say(progress, job, unreadable);
        }
      }
    }
    return new Totals(jobs.size() - failed, failed, rejected);
  }

  private CsvReport rewrite(CsvJob job) throws IOException {
    Path folder = job.to().toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return normalizer.normalize(job.from(), job.to());
  }

  private void say(Progress progress, CsvJob job, CsvReport report) {
    progress.close();
    if (json) {
      terminal.say(JsonText.of(CsvLine.fields(job.from(), report)));
      return;
    }
    terminal.say(CsvLine.text(job.from(), report));
    List<String> faults = CsvLine.faults(report);
    faults.stream().limit(MOST_REJECTED_SHOWN).forEach(fault -> terminal.say("  " + fault));
    long more = report.counts().rejected() - Math.min(MOST_REJECTED_SHOWN, faults.size());
    if (more > 0) {
      terminal.say("  and %,d more rejected rows".formatted(more));
    }
  }

  private void say(Progress progress, CsvJob job, Exception unreadable) {
    progress.close();
    String why = String.valueOf(unreadable.getMessage());
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", job.from());
      fields.put("error", why);
      terminal.say(JsonText.of(fields));
    } else {
      terminal.fault(why);
    }
  }
}
