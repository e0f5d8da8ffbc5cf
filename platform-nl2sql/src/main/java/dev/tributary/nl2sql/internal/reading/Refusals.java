package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.Outcome.Reason;
import dev.tributary.api.query.Outcome.Refused;
import dev.tributary.api.query.Outcome.UnknownTerm;
import dev.tributary.nl2sql.internal.ground.Grounder;
import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says why a question is declined, and what would help. */
public final class Refusals {
  private static final int MOST_NAMED = 6;

  private Refusals() {}

  /**
   * Why none of the readings will do.
   *
   * @param grounder knows the words of the tables
   * @param grounding the question
   * @param found its readings, the likeliest first
   * @param schema the tables
   * @return the refusal
   */
  public static Refused of(
      Grounder grounder, Grounding grounding, List<Reading> found, DataSchema schema) {
    if (!found.isEmpty() && !found.get(0).draft().unknown().isEmpty()) {
      return unknown(grounder, grounding, found.get(0));
    }
    List<String> known = known(grounding);
    return known.isEmpty()
        ? refused(
            Reason.NOT_A_DATA_QUESTION,
            "Nothing in the question is about the data. It can be asked about: "
                + tables(schema)
                + ".",
            List.of())
        : refused(
            Reason.CANNOT_ANSWER,
            "It is not certain enough what is asked: "
                + quoted(known)
                + " can go together in several ways, or in none. Say what to count or to show, and"
                + " by which column.",
            List.of());
  }

  private static Refused unknown(Grounder grounder, Grounding grounding, Reading best) {
    List<UnknownTerm> terms =
        best.draft().unknown().stream()
            .filter(position -> grounding.spans().get(position).isEmpty())
            .map(position -> grounding.tokens().get(position))
            .filter(token -> token.kind() != Token.Kind.MARK)
            .map(token -> new UnknownTerm(token.text(), grounder.nearest(token.stem())))
            .toList();
    if (terms.isEmpty()) {
      return misplaced(grounding, best);
    }
    String words = quoted(terms.stream().map(UnknownTerm::term).toList());
    boolean near = terms.stream().anyMatch(term -> !term.nearest().isEmpty());
    return refused(
        Reason.UNKNOWN_TERM,
        "No table, column or value is called "
            + words
            + ". "
            + (near
                ? "Use one of the names that come near, or leave the word out."
                : "Use a name that the tables have, or leave the word out."),
        terms);
  }

  /** Names that are known are not to blame, only where they stand. */
  private static Refused misplaced(Grounding grounding, Reading best) {
    List<String> words =
        best.draft().unknown().stream()
            .map(position -> grounding.tokens().get(position).text())
            .toList();
    return refused(
        Reason.CANNOT_ANSWER,
        "It is not clear what "
            + quoted(words)
            + " says where it stands. Say what to count or to show, and by which column.",
        List.of());
  }

  private static Refused refused(Reason reason, String message, List<UnknownTerm> terms) {
    return new Refused(reason, message, terms, List.of());
  }

  /** The words that stand for something, as they were written. */
  private static List<String> known(Grounding grounding) {
    List<String> known = new ArrayList<>();
    int at = 0;
    while (at < grounding.tokens().size()) {
      List<Span> spans = grounding.spans().get(at);
      int to = spans.isEmpty() ? at + 1 : spans.get(0).to();
      if (!spans.isEmpty() && known.size() < MOST_NAMED) {
        known.add(
            grounding.tokens().subList(at, to).stream()
                .map(Token::text)
                .collect(Collectors.joining(" ")));
      }
      at = to;
    }
    return known;
  }

  private static String tables(DataSchema schema) {
    List<String> names =
        schema.tables().stream().map(table -> table.name().replace('_', ' ')).toList();
    String rest = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
    return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + rest;
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
  }
}
