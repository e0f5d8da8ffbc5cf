package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored texts: from France, city of Aberdeen, whose name contains 'Hey'. */
final class Matching implements Phrase {
  private static final Set<String> LINKING =
      Set.of(
          "is", "are", "was", "were", "of", "with", "has", "as", "equal", "equals", "to", "named",
          "called", "=", "being", "for", "the", "either", "(", ",");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    int start = sentence.is(at, "either") ? at + 1 : at;
    for (Span value : sentence.values(start)) {
      alone(sentence, value, draft, steps);
    }
    for (Mention column : sentence.columns(at)) {
      named(sentence, column, draft, steps);
      contained(sentence, column, draft, steps);
    }
    containing(sentence, at, draft, steps);
    return steps;
  }

  private static void alone(Sentence sentence, Span value, Draft draft, List<Step> steps) {
    List<Link.ToValue> links = links(value);
    double weak = 1 - links.get(0).strength();
    boolean quoted = sentence.token(value.from()).kind() == Token.Kind.QUOTED;
    boolean capital = sentence.token(value.from()).capital();
    Mention noun = noun(sentence, value);
    boolean told = noun != null && links.stream().anyMatch(link -> of(noun, link));
    double cost =
        weak
            + (happened(sentence, value, links) ? 0.4 : 0)
            + (quoted ? 0 : told ? 0.05 : capital ? 0.1 : 0.15);
    Draft stored =
        draft.with(
            new Part.Stored(links, null, false, draft.or(), noun, value.from(), value.to()), cost);
    steps.add(new Step(value.to(), stored.stance(draft.stance())));
    for (Mention column : sentence.columns(value.to())) {
      List<Link.ToValue> fitting = fitting(links, column);
      if (!fitting.isEmpty()) {
        Part part =
            new Part.Stored(fitting, column, false, draft.or(), null, value.from(), value.to());
        boolean after =
            sentence.tables(column.to()).stream().anyMatch(table -> of(table, fitting.get(0)));
        double sure = after ? 0.2 : 0.1;
        steps.add(new Step(column.to(), draft.with(part, cost + 0.3 * column.weakness() - sure)));
      }
    }
  }

  /** Tickets that were opened: a column tells when, so that open is another thing. */
  private static boolean happened(Sentence sentence, Span value, List<Link.ToValue> links) {
    Link.ToValue first = links.get(0);
    return first.strength() < 1
        && first.attribute().column().kind() == Kind.TEXT
        && !first.attribute().flag()
        && value.to() == value.from() + 1
        && sentence.word(value.from()).endsWith("ed")
        && !sentence.columns(value.from()).isEmpty();
  }

  private static boolean of(Mention noun, Link.ToValue value) {
    return noun.links().get(0) instanceof Link.ToRelation table
        && table.relation() == value.attribute().relation();
  }

  /** What the text is said of, as in failed logins: the table named right after it. */
  private static @Nullable Mention noun(Sentence sentence, Span value) {
    List<Mention> tables = sentence.tables(value.to());
    return tables.isEmpty() ? null : tables.get(0);
  }

  private static void named(Sentence sentence, Mention column, Draft draft, List<Step> steps) {
    int start = sentence.skip(column.to(), LINKING);
    boolean negated = sentence.is(start, "not");
    int from = negated ? sentence.skip(start + 1, LINKING) : start;
    for (Span value : sentence.values(from)) {
      List<Link.ToValue> fitting = fitting(links(value), column);
      if (!fitting.isEmpty()) {
        double cost = 1 - fitting.get(0).strength() + column.weakness() - 0.05;
        Draft stored =
            draft
                .with(
                    new Part.Stored(
                        fitting, column, negated, draft.or(), null, value.from(), value.to()),
                    cost)
                .stance(Draft.Stance.NARROW);
        steps.add(new Step(value.to(), stored));
        more(sentence, value.to(), column, negated, stored, steps);
      }
    }
  }

  /** Or another value of the same column. */
  private static void more(
      Sentence sentence, int at, Mention column, boolean negated, Draft draft, List<Step> steps) {
    if (!sentence.is(at, "or")) {
      return;
    }
    for (Span value : sentence.values(sentence.noun(at + 1))) {
      List<Link.ToValue> fitting = fitting(links(value), column);
      if (!fitting.isEmpty()) {
        steps.add(
            new Step(
                value.to(),
                draft.with(
                    new Part.Stored(
                        fitting, column, negated, !negated, null, value.from(), value.to()),
                    0)));
      }
    }
  }

  private static List<Link.ToValue> links(Span value) {
    return value.links().stream().map(Link.ToValue.class::cast).toList();
  }

  private static List<Link.ToValue> fitting(List<Link.ToValue> values, Mention column) {
    List<Link.ToValue> fitting = new ArrayList<>();
    for (Link.ToValue value : values) {
      for (Link link : column.links()) {
        if (link instanceof Link.ToAttribute to && to.attribute().holds(value.attribute())) {
          fitting.add(new Link.ToValue(to.attribute(), value.text(), value.strength()));
        }
      }
    }
    return fitting;
  }

  /** Whose name contains, starts with, ends with a text. */
  private static void contained(Sentence sentence, Mention column, Draft draft, List<Step> steps) {
    int start = sentence.skip(column.to(), Set.of("that", "which", "is", "has", "have"));
    boolean negated =
        sentence.afterAny(start, "does not", "do not", "doesn t", "don t", "not") >= 0;
    int verb =
        negated ? sentence.afterAny(start, "does not", "do not", "doesn t", "don t", "not") : start;
    Affix affix = Affix.read(sentence, verb);
    if (affix != null) {
      int text = affix.to();
      if (text < sentence.size() && literal(sentence, text)) {
        Part part =
            new Part.Contained(
                column, affix.pattern(sentence.token(text).text()), negated, draft.or());
        steps.add(
            new Step(text + 1, draft.with(part, column.weakness()).stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** Having, containing a text in its name. */
  private static void containing(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Affix affix = Affix.read(sentence, at);
    if (affix == null || affix.to() >= sentence.size() || !literal(sentence, affix.to())) {
      return;
    }
    int in = sentence.noun(affix.to() + 1);
    if (!sentence.is(in, "in", "as")) {
      return;
    }
    String pattern = affix.pattern(sentence.token(affix.to()).text());
    for (Mention column : sentence.columns(sentence.noun(in + 1))) {
      int to = sentence.is(column.to(), "it") ? column.to() + 1 : column.to();
      Part part = new Part.Contained(column, pattern, false, draft.or());
      steps.add(new Step(to, draft.with(part, column.weakness()).stance(Draft.Stance.NARROW)));
    }
  }

  private static boolean literal(Sentence sentence, int at) {
    Token token = Objects.requireNonNull(sentence.token(at));
    return token.kind() == Token.Kind.QUOTED
        || token.kind() == Token.Kind.NUMBER
        || token.text().length() == 1
        || token.capital();
  }
}
