package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.csv.CsvJob;
import dev.tributary.cli.internal.csv.CsvRewrite;
import dev.tributary.cli.internal.csv.FileTurns;
import dev.tributary.connector.csv.CsvNormalizer;
import dev.tributary.connector.csv.format.CsvConfig;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tributary csv IN OUT}. */
@Command(
    name = "csv",
    mixinStandardHelpOptions = true,
    description = {
      "Reads any CSV and writes it as UTF-8 with header, comma and double quotes.",
      "Encoding, delimiter, quote, header and the place of the table are found by looking.",
      "Exits with 4 if rows or files were left out; they are named."
    })
public final class CsvCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "IN", description = "A file, or a folder with all that is in it.")
  private @Nullable Path in;

  @Parameters(
      paramLabel = "OUT",
      description = "A file, or a folder in which the files keep their names (without .gz).")
  private @Nullable Path out;

  @Option(names = "--json", description = "One JSON object per file instead of words.")
  private boolean json;

  @Option(names = "--encoding", description = "Do not look for the encoding, it is this one.")
  private @Nullable Charset encoding;

  @Option(names = "--delimiter", description = "Do not look for the delimiter, it is this one.")
  private @Nullable String delimiter;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public CsvCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path from = Objects.requireNonNull(in);
    Path to = Objects.requireNonNull(out);
    List<CsvJob> jobs = CsvJob.of(from, to);
    if (jobs.isEmpty()) {
      throw wrong("no files in '" + from + "'");
    }
    if (jobs.stream().anyMatch(CsvJob::isInPlace)) {
      throw wrong("OUT is IN: '" + to + "' would be overwritten while it is read; choose another");
    }
    FileTurns.Totals totals =
        new FileTurns(terminal, "csv").run(jobs, new CsvRewrite(normalizer(), terminal, json));
    if (jobs.size() > 1 && !json) {
      terminal.say(
          "%,d files written, %,d failed, %,d rows rejected"
              .formatted(totals.written(), totals.failed(), totals.blemishes()));
    }
    return ExitCode.of(totals).code();
  }

  private CsvNormalizer normalizer() {
    CsvConfig.Builder config = CsvConfig.builder();
    if (encoding != null) {
      config.charset(encoding);
    }
    if (delimiter != null) {
      config.delimiter("\\t".equals(delimiter) ? "\t" : delimiter);
    }
    return CsvNormalizer.of(config.build());
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
  }
}
