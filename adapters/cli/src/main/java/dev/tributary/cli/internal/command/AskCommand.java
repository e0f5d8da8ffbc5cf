package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.ask.AskCases;
import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary ask --cases FILE --db-dir DIR --out FILE}. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers questions in plain language with SQL that has passed the gate, or says why not.",
      "Reads lines {\"id\": .., \"db\": .., \"question\": ..} and asks each of DIR/<db>.sqlite;",
      "writes lines {\"id\": .., \"outcome\": \"answered|clarify|abstain\", \"sql\": ..}.",
      "Exits with 4 if a database could not be read; questions about it are declined."
    })
public final class AskCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--cases", required = true, description = "The questions, as JSON lines.")
  private @Nullable Path cases;

  @Option(names = "--db-dir", required = true, description = "The folder with <db>.sqlite.")
  private @Nullable Path databases;

  @Option(names = "--out", required = true, description = "Where the answers go.")
  private @Nullable Path out;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public AskCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path from = Objects.requireNonNull(cases);
    Path to = Objects.requireNonNull(out);
    if (from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "OUT is the file of questions: '" + to + "' would be overwritten; choose another");
    }
    AskCases.Totals totals =
        new AskCases(Objects.requireNonNull(databases), InstantSource.system()).run(from, to);
    terminal.say(
        "%,d questions answered, %,d asked back, %,d declined"
            .formatted(totals.answered(), totals.askedBack(), totals.declined()));
    totals.unreadable().forEach(terminal::fault);
    return (totals.unreadable().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL).code();
  }
}
