package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary ask "question"} and {@code tributary ask --cases FILE ..}. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Answers questions in plain language, and shows the SQL.",
      "Exits with 4 if a question was asked back or declined, or if a database",
      "of a file of questions could not be read."
    })
public final class AskCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(validate = false, order = 1, heading = "%nOne question:%n")
  private @Nullable AskOne one;

  @ArgGroup(
      validate = false,
      order = 2,
      heading = "%nA file of questions, lines {\"id\": .., \"db\": .., \"question\": ..}:%n")
  private @Nullable AskMany many;

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
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    if (one != null && many != null) {
      throw new ParameterException(
          line,
          "ask either one question (--db, --config, --zone, --json) or a file of them"
              + " (--cases, --db-dir, --out), not both");
    }
    if (many != null) {
      return many.run(terminal, line).code();
    }
    return Objects.requireNonNullElseGet(one, AskOne::new).run(terminal, line).code();
  }
}
