package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.sql.CheckStatements;
import dev.tributary.nl2sql.SqlDialect;
import dev.tributary.nl2sql.SqlGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary check-sql --dialect D --in FILE --out FILE}. */
@Command(
    name = "check-sql",
    mixinStandardHelpOptions = true,
    description = {
      "Decides which SQL statements only read and may run, without running any.",
      "Reads lines {\"id\": .., \"sql\": ..}, writes lines {\"id\": .., \"allow\": .., \"rule\": ..}.",
      "Exits with 4 if lines could not be read (1 if none could); they are named."
    })
public final class CheckSqlCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--dialect",
      defaultValue = "generic",
      description =
          "The server's SQL: sqlite, postgresql, mysql, or generic (default), which refuses what"
              + " servers read in different ways.")
  private SqlDialect dialect = SqlDialect.GENERIC;

  @Option(names = "--in", required = true, description = "The statements, as JSON lines.")
  private @Nullable Path in;

  @Option(names = "--out", required = true, description = "Where the decisions go.")
  private @Nullable Path out;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public CheckSqlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path from = Objects.requireNonNull(in);
    Path to = Objects.requireNonNull(out);
    if (from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "OUT is IN: '" + to + "' would be overwritten; choose another");
    }
    CheckStatements.Totals totals =
        new CheckStatements(SqlGate.builder(dialect).build(), terminal).run(from, to);
    terminal.say(
        "%,d statements allowed, %,d refused, %,d lines malformed"
            .formatted(totals.allowed(), totals.refused(), totals.malformed()));
    return exitCode(totals).code();
  }

  private static ExitCode exitCode(CheckStatements.Totals totals) {
    if (totals.malformed() == 0) {
      return ExitCode.OK;
    }
    return totals.allowed() + totals.refused() == 0 ? ExitCode.FAILED : ExitCode.PARTIAL;
  }
}
