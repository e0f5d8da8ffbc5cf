package dev.tributary.cli.internal.csv;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.csv.FileTurns.Done;
import dev.tributary.cli.internal.csv.FileTurns.Turn;
import dev.tributary.cli.internal.json.JsonText;
import dev.tributary.connector.csv.CsvNormalizer;
import dev.tributary.connector.csv.CsvReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites files. Rows that were left out count as blemishes. */
public final class CsvRewrite implements Turn {
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

  @Override
  public Done write(CsvJob job) throws IOException {
    CsvReport report = rewrite(job);
    return new Done(report.counts().rejected(), () -> say(job, report));
  }

  private CsvReport rewrite(CsvJob job) throws IOException {
    Path folder = job.to().toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return normalizer.normalize(job.from(), job.to());
  }

  private void say(CsvJob job, CsvReport report) {
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

  @Override
  public void failed(CsvJob job, Exception unreadable) {
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
