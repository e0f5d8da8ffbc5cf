package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Period;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Figures to show: how many singers, the average and maximum age. */
final class Figuring implements Phrase {
  private static final Set<String> OVER =
      Set.of(
          "the",
          "of",
          "all",
          "value",
          "amount",
          "different",
          "distinct",
          "unique",
          "for",
          "any",
          "a",
          "their",
          "its",
          "and",
          ",",
          "number");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    counts(sentence, at, draft, steps);
    named(sentence, at, draft, steps);
    averaged(sentence, at, draft, steps);
    int mean = sentence.after(at, "on average");
    if (mean >= 0 && draft.shows() && !draft.figured()) {
      steps.add(new Step(mean, draft.with(new Part.Mean(), 0)));
    }
    figures(sentence, at, draft, steps);
    return steps;
  }

  private static void counts(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int next =
        sentence.afterAny(
            at,
            "how many",
            "total number of",
            "number of",
            "total count of",
            "count of",
            "amount of",
            "numbers of",
            "counts of");
    if (next < 0 && at == 0 && sentence.is(at, "count")) {
      next = at + 1;
    }
    if (next < 0) {
      return;
    }
    boolean distinct = false;
    int noun = sentence.noun(next);
    while (sentence.is(noun, "different", "distinct", "unique")) {
      distinct = true;
      noun = sentence.noun(noun + 1);
    }
    boolean asked = sentence.is(at, "how");
    if (!asked && draft.shows() && draft.stance() == Draft.Stance.NARROW && !free(sentence, at)) {
      counts(sentence, at, next, noun, distinct, draft.costing(0.3), steps);
      return;
    }
    counts(sentence, at, next, noun, distinct, draft, steps);
  }

  private static void counts(
      Sentence sentence,
      int at,
      int next,
      int noun,
      boolean distinct,
      Draft draft,
      List<Step> steps) {
    boolean asked = sentence.is(at, "how");
    if (asked && sentence.is(next, "are", "were", "is", "was", "have", "has")) {
      steps.add(new Step(next, draft.with(new Part.Tally(), 0.2).stance(Draft.Stance.NARROW)));
    }
    if (sentence.is(noun, "new") && !sentence.tables(noun + 1).isEmpty()) {
      Draft counting = draft.stance(Draft.Stance.SHOW).figure(Function.COUNT);
      steps.add(new Step(noun, counting));
    }
    if (!sentence.values(noun).isEmpty()) {
      Draft counting = draft.stance(Draft.Stance.SHOW).figure(Function.COUNT);
      steps.add(new Step(noun, counting.costing(0.02)));
      owners(sentence, noun, draft, steps);
    }
    for (Mention table : sentence.tables(noun)) {
      steps.add(
          new Step(
              table.to(),
              draft
                  .with(new Part.Item(table, Function.COUNT, distinct), table.weakness())
                  .stance(Draft.Stance.NARROW)));
    }
    totals(sentence, at, next, draft, steps);
    for (Mention column : sentence.columns(noun)) {
      if (sentence.apart(column)) {
        continue;
      }
      double cost = distinct ? 0.1 : numeric(column) ? 0.9 : 0.4;
      if (numeric(column) && !asked && !distinct) {
        boolean total = sentence.is(at, "total");
        Part part = new Part.Item(column, total ? Function.SUM : null, false);
        steps.add(
            new Step(column.to(), draft.with(part, column.weakness() + (total ? 0.05 : 0.1))));
      }
      steps.add(
          new Step(
              column.to(),
              draft
                  .with(new Part.Item(column, Function.COUNT, true), column.weakness() + cost)
                  .stance(Draft.Stance.NARROW)));
      if (asked && numeric(column)) {
        Function sum = sentence.anywhere("total") ? Function.SUM : null;
        steps.add(
            new Step(
                column.to(),
                draft
                    .with(new Part.Item(column, sum, false), column.weakness() + 0.3)
                    .stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** The average number of tickets per day: a count, divided by how many days there are. */
  private static void averaged(Sentence sentence, int at, Draft draft, List<Step> steps) {
    boolean mean = sentence.is(at, "average", "mean", "avg");
    boolean amount = sentence.is(at + 1, "number", "count", "total", "sum");
    Period period = Periodic.adverb(sentence, at + 1);
    if (!mean || draft.shows() || !(amount || period != null)) {
      return;
    }
    Draft begun = draft.with(new Part.Averaged(), 0);
    steps.add(
        new Step(
            period == null ? at + 1 : at + 2,
            period == null ? begun : begun.with(new Part.Spanned(period, null, false), 0)));
  }

  /** Ticket count. */
  private static void named(Sentence sentence, int at, Draft draft, List<Step> steps) {
    for (Mention table : sentence.tables(at)) {
      if (sentence.is(table.to(), "count", "counts") && draft.stance() == Draft.Stance.SHOW) {
        Part part = new Part.Item(table, Function.COUNT, false);
        steps.add(
            new Step(
                table.to() + 1, draft.with(part, table.weakness()).stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** How many maple syrups: the rows that go by such a name. */
  private static void owners(Sentence sentence, int at, Draft draft, List<Step> steps) {
    for (Span value : sentence.values(at)) {
      Set<Relation> owners = new LinkedHashSet<>();
      value.links().stream()
          .map(link -> ((Link.ToValue) link).attribute())
          .filter(attribute -> Display.of(attribute.relation()).contains(attribute))
          .forEach(attribute -> owners.add(attribute.relation()));
      for (Relation owner : owners) {
        Mention table = new Mention(at, at, List.of(new Link.ToRelation(owner, 1)));
        Draft counted = draft.with(new Part.Item(table, Function.COUNT, false), 0.3);
        steps.add(new Step(at, counted.stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** The total number of tickets, where a column says how many. */
  private static void totals(Sentence sentence, int at, int next, Draft draft, List<Step> steps) {
    int start = sentence.is(at, "total") ? at + 1 : at;
    for (Mention column : sentence.columns(start)) {
      if (start > at && column.to() > next && numeric(column)) {
        Part sum = new Part.Item(column, Function.SUM, false);
        steps.add(
            new Step(column.to(), draft.with(sum, column.weakness()).stance(Draft.Stance.NARROW)));
      }
    }
  }

  private static boolean numeric(Mention column) {
    return column.links().get(0) instanceof Link.ToAttribute link
        && link.attribute().numeric()
        && !link.attribute().key();
  }

  private static boolean reference(Mention column) {
    return column.links().get(0) instanceof Link.ToAttribute link && link.attribute().reference();
  }

  private static void figures(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Function function = function(sentence, at);
    boolean shows = draft.stance() == Draft.Stance.SHOW || free(sentence, at);
    if (function == null && shows) {
      utmost(sentence, at, draft, steps);
    }
    if (function == null || !shows) {
      return;
    }
    Draft waiting = draft.stance(Draft.Stance.SHOW).figure(function);
    int next = sentence.skip(at + 1, OVER);
    for (int noun : next == at + 1 ? new int[] {next} : new int[] {at + 1, next}) {
      for (Mention column : sentence.columns(noun)) {
        Draft done = waiting.withoutFigures();
        for (Function each : waiting.figures()) {
          done = done.with(new Part.Item(column, each, false), 0);
        }
        steps.add(new Step(column.to(), done.costing(column.weakness()).stance(Draft.Stance.SHOW)));
      }
    }
    if (function == Function.SUM && draft.figures().isEmpty()) {
      totalled(sentence, at, draft, steps);
    }
    if (function(sentence, next) != null) {
      steps.add(new Step(next, waiting));
    }
    if ((function == Function.SUM || function == Function.AVG) && draft.figures().isEmpty()) {
      amounts(sentence, next, function, draft, steps);
    }
  }

  /** The total amount for each: a column may be called so, but one of each group is asked for. */
  private static void totalled(Sentence sentence, int at, Draft draft, List<Step> steps) {
    if (!sentence.anywhere("each") && !sentence.anywhere("per")) {
      return;
    }
    for (Mention column : sentence.columns(at)) {
      if (column.to() > at + 1 && numeric(column)) {
        Part sum = new Part.Item(column, Function.SUM, false);
        steps.add(
            new Step(
                column.to(), draft.with(sum, column.weakness() + 0.05).stance(Draft.Stance.SHOW)));
      }
    }
  }

  /** The cheapest fare, the longest duration: the word says no more than the column does. */
  private static void utmost(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Measure measure = sentence.measure(at);
    if (measure == null || measure.degree() != Measure.Degree.SUPERLATIVE) {
      return;
    }
    Function function = measure.high() ? Function.MAX : Function.MIN;
    for (Mention column : sentence.columns(at + 1)) {
      if (numeric(column) && !reference(column)) {
        Part part = new Part.Item(column, function, false);
        steps.add(
            new Step(
                column.to(), draft.with(part, column.weakness() + 0.1).stance(Draft.Stance.SHOW)));
      }
    }
  }

  /** Total fees: where rows have one amount, that is meant. */
  private static void amounts(
      Sentence sentence, int at, Function function, Draft draft, List<Step> steps) {
    for (Mention table : sentence.tables(at)) {
      List<Attribute> amounts = ((Link.ToRelation) table.links().get(0)).relation().amounts();
      if (amounts.size() == 1) {
        Link amount = new Link.ToAttribute(amounts.get(0), table.links().get(0).strength(), true);
        Mention column = new Mention(table.from(), table.to(), List.of(amount));
        Part part = new Part.Item(column, function, false);
        steps.add(
            new Step(table.to(), draft.with(part, 0.2).withoutFigures().stance(Draft.Stance.SHOW)));
      }
    }
  }

  /** A figure in the middle of a question is shown if it follows what is shown already. */
  private static boolean free(Sentence sentence, int at) {
    int before = at - 1;
    while (sentence.is(before, "the", "a")) {
      before--;
    }
    return sentence.is(before, "and", ",", "is", "are", "what", "show", "return", "list", "find");
  }

  static @org.jspecify.annotations.Nullable Function function(Sentence sentence, int at) {
    switch (sentence.word(at)) {
      case "average", "mean", "avg" -> {
        return Function.AVG;
      }
      case "total", "sum", "combined" -> {
        return sentence.is(at + 1, "number") ? null : Function.SUM;
      }
      case "maximum", "max" -> {
        return Function.MAX;
      }
      case "minimum", "min" -> {
        return Function.MIN;
      }
      default -> {}
    }
    Measure measure = sentence.measure(at);
    if (measure != null && measure.degree() == Measure.Degree.SUPERLATIVE && measure.anything()) {
      return measure.high() ? Function.MAX : Function.MIN;
    }
    return null;
  }
}
