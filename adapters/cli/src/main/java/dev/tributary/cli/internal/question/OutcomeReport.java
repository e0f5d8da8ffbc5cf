package dev.tributary.cli.internal.question;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.SqlViolation;
import dev.tributary.cli.internal.console.Shade;
import dev.tributary.cli.internal.console.Terminal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a person what became of a question. */
public final class OutcomeReport {
  /** How many rows a terminal shows; a pipe gets all. */
  private static final int SCREENFUL = 40;

  private static final int SUGGESTIONS = 3;

  private final Terminal terminal;

  /**
   * Makes a report.
   *
   * @param terminal where it speaks
   */
  public OutcomeReport(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Tells the outcome.
   *
   * @param outcome what became of the question
   * @param engine what was asked; it knows what could be asked instead
   */
  public void write(Outcome outcome, QueryEngine engine) {
    switch (outcome) {
      case Outcome.Answered(var answer) -> answered(answer);
      case Outcome.NeedsClarification asked -> askedBack(asked);
      case Outcome.Refused refused -> {
        refused(refused);
        section("These can be answered", engine.suggestions("", "", SUGGESTIONS));
      }
      case Outcome.Failed failed -> failed(failed);
    }
  }

  private void answered(Answer answer) {
    say(terminal.paint(CellText.of(answer.summary()), Shade.BOLD));
    if (!answer.rows().isEmpty()) {
      say("");
      table(answer);
    }
    section("What stands out", answer.insights().stream().map(insight -> insight.text()).toList());
    section("Mind", answer.warnings());
    section("How old the data is", answer.provenance().sources().stream().map(this::age).toList());
    section("SQL, by " + answer.generator(), answer.sql().lines().toList());
    section("Ask next", answer.followUps());
  }

  private void table(Answer answer) {
    List<List<@Nullable Object>> rows = answer.rows();
    int most = terminal.interactive() ? SCREENFUL : rows.size();
    AnswerTable table =
        new AnswerTable(
            answer.columns(), rows.subList(0, Math.min(most, rows.size())), terminal.width());
    table.lines().forEach(this::say);
    if (rows.size() > most) {
      terminal.hint((rows.size() - most) + " more rows; a pipe or --json gets all of them");
    }
    if (!table.leftOut().isEmpty()) {
      terminal.hint(
          "no place for " + CellText.of(String.join(", ", table.leftOut())) + "; --json has them");
    }
    if (answer.cut()) {
      terminal.hint("there are more rows than these " + rows.size() + "; ask for less");
    }
  }

  private void askedBack(Outcome.NeedsClarification asked) {
    say(CellText.of(asked.question()));
    int number = 1;
    for (Outcome.Option option : asked.options()) {
      say("  " + number + ". " + CellText.of(option.label()));
      if (!option.question().equals(option.label())) {
        say("     ask: " + CellText.of(option.question()));
      }
      number++;
    }
  }

  private void refused(Outcome.Refused refused) {
    say(CellText.of(refused.message()));
    for (Outcome.UnknownTerm term : refused.terms()) {
      say(
          CellText.of(
              "  \"%s\" is not known; %s"
                  .formatted(
                      term.term(),
                      term.nearest().isEmpty()
                          ? "nothing comes near"
                          : "nearest: " + String.join(", ", term.nearest()))));
    }
    for (SqlViolation violation : refused.violations()) {
      say(CellText.of("  " + violation.what() + "; " + violation.remedy()));
    }
  }

  private void failed(Outcome.Failed failed) {
    terminal.fault(CellText.of(failed.message()) + " [" + failed.code() + "]");
    failed.sql().lines().map(CellText::of).forEach(terminal::hint);
  }

  private void section(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      say("");
      say(terminal.paint(title + ":", Shade.DIM));
      lines.forEach(line -> say("  " + CellText.of(line)));
    }
  }

  private String age(Provenance.SourceAge source) {
    return "%s of %s: %s, last read %s"
        .formatted(
            source.sourceId(),
            source.dataCenterId(),
            source.freshness(),
            source.lastSuccess() == null ? "never" : source.lastSuccess());
  }

  private void say(String line) {
    terminal.say(line);
  }
}
