package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.csv.CsvJob;
import dev.tributary.cli.internal.csv.FileTurns;
import dev.tributary.cli.internal.detect.DetectRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary detect --in IN --out OUT}. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Looks for anomalies in CSV files with the columns timestamp and value.",
      "Writes timestamp,anomaly_score: from 0 to 1, an anomaly from 0.5 on.",
      "A row is judged by the rows before it only; one without a number scores 0.",
      "Exits with 4 if files or rows could not be read; they are named or counted."
    })
public final class DetectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "IN",
      description = "A file, or a folder with all .csv and .csv.gz that are in it.")
  private @Nullable Path in;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "A file, or a folder in which the files keep their names (without .gz).")
  private @Nullable Path out;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public DetectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path from = Objects.requireNonNull(in);
    List<CsvJob> found = CsvJob.of(from, Objects.requireNonNull(out));
    List<CsvJob> jobs =
        Files.isDirectory(from) ? found.stream().filter(DetectCommand::isCsv).toList() : found;
    check(jobs);
    FileTurns.Totals totals =
        new FileTurns(terminal, "detect").run(jobs, new DetectRun(terminal, FaultReport::wording));
    if (found.size() > 1) {
      terminal.say(
          "%,d files written, %,d failed, %,d that are no .csv left alone"
              .formatted(totals.written(), totals.failed(), found.size() - jobs.size()));
    }
    return ExitCode.of(totals).code();
  }

  private void check(List<CsvJob> jobs) {
    if (jobs.isEmpty()) {
      throw wrong("no .csv files in '" + in + "'");
    }
    Map<Path, Path> sources = new HashMap<>();
    for (CsvJob job : jobs) {
      if (job.isInPlace()) {
        throw wrong("OUT is IN: '" + out + "' would be overwritten; choose another");
      }
      Path other = sources.put(job.to(), job.from());
      if (other != null) {
        throw wrong(
            "'%s' and '%s' would both be written to '%s'; rename one"
                .formatted(other, job.from(), job.to()));
      }
    }
  }

  private static boolean isCsv(CsvJob job) {
    return job.to().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
  }
}
