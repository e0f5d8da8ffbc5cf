package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.ask.EvaluateCases;
import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tributary eval --cases FILE --db-dir DIR}. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = {
      "Scores answers to your own questions against SQL you know to be right.",
      "Reads lines {\"id\": .., \"db\": .., \"question\": .., \"gold_sqls\": [..]}; a question",
      "without gold_sqls has no answer in its database. An answer is right if it has the rows of",
      "one of them; \"order_matters\": true makes their order count. Wrong answers are listed."
    })
public final class EvalCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--cases", required = true, description = "The questions, as JSON lines.")
  private @Nullable Path cases;

  @Option(names = "--db-dir", required = true, description = "The folder with <db>.sqlite.")
  private @Nullable Path databases;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public EvalCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    EvaluateCases.Score score =
        new EvaluateCases(Objects.requireNonNull(databases), InstantSource.system())
            .run(Objects.requireNonNull(cases));
    score.wrong().forEach(terminal::say);
    terminal.say(
        "%,d questions, %,d answered, %,d of them right"
            .formatted(score.questions(), score.answered(), score.right()));
    return ExitCode.OK.code();
  }
}
