package dev.tributary.cli.internal.command;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Question;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.question.Asked;
import dev.tributary.cli.internal.question.OutcomeJson;
import dev.tributary.cli.internal.question.OutcomeReport;
import dev.tributary.cli.internal.question.Whereabouts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The part of {@code tributary ask} that answers one question. */
final class AskOne {
  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "What is asked.")
  private @Nullable List<String> words;

  @Option(
      names = "--db",
      paramLabel = "FILE",
      description = "Any SQLite database; it is only read.")
  private @Nullable String database;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "The configuration whose store is asked; nothing is collected.",
        "Default: what is in this folder, tributary.yaml,",
        "tributary-demo or tributary-data."
      })
  private @Nullable Path config;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where \"today\" begins, such as Europe/Berlin. Default: UTC")
  private @Nullable ZoneId zone;

  @Option(names = "--json", description = "One JSON object instead of words.")
  private boolean json;

  /** Answers, asks back or declines. */
  ExitCode run(Terminal terminal, CommandLine line) {
    Question question = question(line);
    try (Asked asked = asked(line)) {
      if (!asked.note().isEmpty()) {
        terminal.hint(asked.note());
      }
      Outcome outcome = asked.engine().ask(question);
      if (json) {
        terminal.say(OutcomeJson.of(outcome));
      } else {
        new OutcomeReport(terminal).write(outcome, asked.engine());
      }
      return switch (outcome) {
        case Outcome.Answered ignored -> ExitCode.OK;
        case Outcome.NeedsClarification ignored -> ExitCode.PARTIAL;
        case Outcome.Refused ignored -> ExitCode.PARTIAL;
        case Outcome.Failed ignored -> ExitCode.FAILED;
      };
    }
  }

  private Question question(CommandLine line) {
    if (words == null) {
      throw new ParameterException(
          line, "there is no question; write it in quotes behind ask, or name files with --cases");
    }
    try {
      return new Question(
          String.join(" ", words), "", "", Objects.requireNonNullElse(zone, ZoneId.of("UTC")), 0);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
  }

  private Asked asked(CommandLine line) {
    Whereabouts places = new Whereabouts(InstantSource.system());
    if (database != null && config != null) {
      throw new ParameterException(line, "--db and --config name two places; leave one out");
    }
    if (database != null) {
      return places.database(database);
    }
    if (config != null) {
      return places.configuration(config);
    }
    return places
        .usual(Path.of(""))
        .orElseThrow(() ->
            new ParameterException(
                line,
                "there is no tributary.yaml, tributary-demo or tributary-data in this folder;"
                    + " name the data with --db FILE or --config FILE"));
  }
}
