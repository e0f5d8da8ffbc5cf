package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.ask.AskCases;
import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The part of {@code tributary ask} that answers a file of questions. */
final class AskMany {
  @Option(names = "--cases", paramLabel = "FILE", description = "The questions, as JSON lines.")
  private @Nullable Path cases;

  @Option(
      names = "--db-dir",
      paramLabel = "DIR",
      description = "The folder with <db>.sqlite of each.")
  private @Nullable Path databases;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "Where the answers go, lines {\"id\": ..,",
        "\"outcome\": \"answered|clarify|abstain\", \"sql\": ..}."
      })
  private @Nullable Path out;

  /** Answers them all. */
  ExitCode run(Terminal terminal, CommandLine line) throws IOException {
    if (cases == null || databases == null || out == null) {
      throw new ParameterException(
          line, "a file of questions needs all of --cases, --db-dir and --out");
    }
    if (cases.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
      throw new ParameterException(
          line, "OUT is the file of questions: '" + out + "' would be overwritten; choose another");
    }
    AskCases.Totals totals = new AskCases(databases, InstantSource.system()).run(cases, out);
    terminal.say(
        "%,d questions answered, %,d asked back, %,d declined"
            .formatted(totals.answered(), totals.askedBack(), totals.declined()));
    totals.unreadable().forEach(terminal::fault);
    return totals.unreadable().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }
}
