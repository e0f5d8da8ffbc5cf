package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.words.Measure;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns compared with numbers and days: older than 20, capacity between 5 and 9, in 2014. */
final class Comparing implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    for (Mention column : sentence.columns(at)) {
      named(sentence, column, draft, steps);
    }
    unnamed(sentence, at, draft, steps);
    greater(sentence, at, draft, steps);
    average(sentence, at, draft, steps);
    year(sentence, at, draft, steps);
    reckoned(sentence, at, draft, steps);
    return steps;
  }

  /** Age above 20. Capacity between 5 and 9. Age 32 or 33. */
  private static void named(Sentence sentence, Mention column, Draft draft, List<Step> steps) {
    int after = sentence.is(column.to(), "either") ? column.to() + 1 : column.to();
    range(sentence, after, column, draft, steps);
    Optional<Comparator> comparator = Comparator.read(sentence, after);
    if (comparator.isEmpty()) {
      return;
    }
    Comparator found = comparator.get();
    for (Operands.Read operand : Operands.at(sentence, found.to())) {
      double cost =
          column.weakness()
              + (listed(sentence, column, draft) ? 0.5 : 0)
              + (counts(sentence, found.plain() ? null : column, operand) ? 0.4 : 0);
      boolean loose =
          found.plain()
              && !(operand.operand() instanceof Part.Digits
                  || operand.operand() instanceof Part.Words);
      if (loose) {
        continue;
      }
      Operator operator = orMore(sentence, operand.to(), found.operator());
      int to = operator == found.operator() ? operand.to() : operand.to() + 2;
      Draft compared = compared(draft, column, operator, operand.operand(), cost);
      steps.add(new Step(to, compared));
      alternatives(sentence, to, column, operator, compared, steps);
    }
  }

  /** The id and total of orders above 80: the total is shown as well. */
  private static boolean listed(Sentence sentence, Mention column, Draft draft) {
    int before = sentence.is(column.from() - 1, "the") ? column.from() - 2 : column.from() - 1;
    boolean last = draft.stance() == Draft.Stance.SHOW && sentence.is(before, "and");
    return last
        && column.to() > column.from() + 1
        && IntStream.range(column.from(), column.to()).anyMatch(at -> sentence.is(at, "of"));
  }

  /** The ids of the three flights, cooked more than 5 dishes: a number right before a table. */
  private static boolean counts(
      Sentence sentence, @Nullable Mention column, Operands.Read operand) {
    return operand.operand() instanceof Part.Digits
        && sentence.tables(operand.to()).stream()
            .anyMatch(table ->
                table.weakness() < 0.15
                    && (column == null
                        || column.links().stream()
                            .noneMatch(link -> named(link, sentence, table))));
  }

  private static boolean named(Link link, Sentence sentence, Mention table) {
    return link instanceof Link.ToAttribute(var attribute, var fit, var whole)
        && attribute.words().contains(sentence.token(table.from()).stem());
  }

  private static void alternatives(
      Sentence sentence,
      int at,
      @Nullable Mention column,
      Operator operator,
      Draft draft,
      List<Step> steps) {
    if (!sentence.is(at, "or", "and")) {
      return;
    }
    Operands.number(sentence, at + 1)
        .ifPresent(other -> {
          Draft either = draft.alternative(sentence.is(at, "or") || operator == Operator.EQUAL);
          steps.add(new Step(other.to(), compared(either, column, operator, other.operand(), 0)));
        });
  }

  private static void range(
      Sentence sentence, int at, @Nullable Mention column, Draft draft, List<Step> steps) {
    int start =
        sentence.skip(
            at,
            java.util.Set.of(
                "is", "are", "was", "were", "of", "ranging", "that", "range", "in", "the"));
    boolean between = sentence.is(start, "between");
    if (!between && !sentence.is(start, "from")) {
      return;
    }
    Optional<Operands.Read> low = Operands.number(sentence, start + 1);
    if (low.isEmpty() || !sentence.is(low.get().to(), "and", "to")) {
      return;
    }
    Optional<Operands.Read> high = Operands.number(sentence, low.get().to() + 1);
    if (high.isEmpty()) {
      return;
    }
    double weak = column == null ? 0.2 : column.weakness();
    Draft bounded =
        compared(draft, column, Operator.AT_LEAST, low.get().operand(), weak)
            .with(new Part.Compared(column, Operator.AT_MOST, high.get().operand(), false), 0);
    steps.add(new Step(high.get().to(), bounded));
  }

  /** More than 4 cylinders. Above age 20. Older than 20. Before 2009. Older than average. */
  private static void unnamed(Sentence sentence, int at, Draft draft, List<Step> steps) {
    range(sentence, at, null, draft, steps);
    Optional<Comparator> read = Comparator.read(sentence, at);
    if (read.isEmpty() || (read.get().plain() && !sentence.columns(at).isEmpty())) {
      return;
    }
    Comparator found = read.get();
    Measure measure = found.measure();
    old(sentence, found, draft, steps);
    if (found.plain() && found.to() > at && measure == null) {
      return;
    }
    for (Operands.Read operand : Operands.at(sentence, found.to())) {
      Operator operator = orMore(sentence, operand.to(), found.operator());
      int to = operator == found.operator() ? operand.to() : operand.to() + 2;
      boolean number = operand.operand() instanceof Part.Digits;
      if (number) {
        for (Mention column : sentence.columns(sentence.noun(to))) {
          steps.add(
              new Step(
                  column.to(),
                  compared(draft, column, operator, operand.operand(), column.weakness())));
        }
      }
      Measure said =
          measure == null ? Operands.measured(sentence, found, operand.operand()) : measure;
      if (!found.plain()
          && !(figure(operand.operand()) && guess(operand.operand()) == null && said == null)) {
        Mention guess = guess(operand.operand());
        Draft compared =
            compared(draft, guess, operator, operand.operand(), guess == null ? 0.25 : 0);
        if (said != null && guess == null) {
          compared = measured(draft, said, operator, operand.operand());
        }
        steps.add(new Step(to, compared));
        alternatives(sentence, to, guess, operator, compared, steps);
      }
    }
    if (!found.plain()) {
      for (Mention column : sentence.columns(found.to())) {
        for (Operands.Read operand : Operands.at(sentence, column.to())) {
          steps.add(
              new Step(
                  operand.to(),
                  compared(draft, column, found.operator(), operand.operand(), column.weakness())));
        }
      }
    }
  }

  /** Is 20 years old, under 18 years old. */
  private static void old(Sentence sentence, Comparator comparator, Draft draft, List<Step> steps) {
    Optional<Operands.Read> number = Operands.number(sentence, comparator.to());
    if (number.isEmpty() || !sentence.is(number.get().to(), "year", "years")) {
      return;
    }
    int to = number.get().to() + 1;
    Measure measure = sentence.measure(to);
    if (measure != null && measure.degree() == Measure.Degree.POSITIVE && !measure.anything()) {
      Draft told = measured(draft, measure, comparator.operator(), number.get().operand());
      steps.add(new Step(to + 1, told.stance(Draft.Stance.NARROW)));
    }
  }

  private static @Nullable Mention guess(Part.Operand operand) {
    return switch (operand) {
      case Part.Overall overall -> overall.of();
      case Part.Subset subset -> subset.of();
      default -> null;
    };
  }

  private static boolean figure(Part.Operand operand) {
    return operand instanceof Part.Overall || operand instanceof Part.Subset;
  }

  private static Draft measured(
      Draft draft, Measure measure, Operator operator, Part.Operand operand) {
    Draft told =
        draft.with(
            new Part.Measured(measure, operator, operand, draft.or()),
            measure.anything() ? 0.5 : 0.05);
    return operand instanceof Part.Subset ? told.stance(Draft.Stance.NARROW) : told;
  }

  /** An above-average capacity. */
  private static void average(Sentence sentence, int at, Draft draft, List<Step> steps) {
    boolean above = sentence.is(at, "above");
    int next = sentence.is(at + 1, "-") ? at + 2 : at + 1;
    if (!(above || sentence.is(at, "below")) || !sentence.is(next, "average")) {
      return;
    }
    Part.Operand average = new Part.Overall(Function.AVG, null);
    for (Mention column : sentence.columns(next + 1)) {
      Operator operator = above ? Operator.MORE : Operator.LESS;
      steps.add(
          new Step(column.to(), compared(draft, column, operator, average, column.weakness())));
    }
  }

  /** A greater weight than 10. */
  private static void greater(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Measure measure = sentence.measure(at);
    boolean more = sentence.is(at, "more", "less", "fewer");
    if (!more && (measure == null || measure.degree() != Measure.Degree.COMPARATIVE)) {
      return;
    }
    boolean high = measure == null ? sentence.is(at, "more") : measure.high();
    for (Mention column : sentence.columns(at + 1)) {
      if (sentence.is(column.to(), "than")) {
        for (Operands.Read operand : Operands.at(sentence, column.to() + 1)) {
          Operator operator = high ? Operator.MORE : Operator.LESS;
          steps.add(
              new Step(
                  operand.to(),
                  compared(draft, column, operator, operand.operand(), column.weakness())));
        }
      }
    }
  }

  /** An average price above 20. A total amount of at least 1000. */
  private static void reckoned(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Function function = Figuring.function(sentence, at);
    if (function == null || !draft.shows()) {
      return;
    }
    for (Mention column : sentence.columns(sentence.noun(at + 1))) {
      Comparator.read(sentence, column.to())
          .filter(found -> !found.plain())
          .ifPresent(found ->
              Operands.number(sentence, found.to())
                  .filter(number -> number.operand() instanceof Part.Digits)
                  .ifPresent(number -> {
                    Part.Digits digits = (Part.Digits) number.operand();
                    Part part = new Part.Reckoned(function, column, found.operator(), digits);
                    steps.add(
                        new Step(
                            number.to(),
                            draft.with(part, column.weakness()).stance(Draft.Stance.NARROW)));
                  }));
    }
  }

  /** In 2014, in the year of 1970. */
  private static void year(Sentence sentence, int at, Draft draft, List<Step> steps) {
    boolean both = sentence.is(at - 1, "both");
    if (!both && !sentence.is(at, "in", "on", "during", "for", "of", "year", "from")) {
      return;
    }
    int start = sentence.skip(both ? at : at + 1, java.util.Set.of("the", "year", "years", "of"));
    if (start >= sentence.size()
        || sentence.token(start).kind() != Token.Kind.NUMBER
        || !sentence.word(start).matches("1[5-9]\\d\\d|20\\d\\d")) {
      return;
    }
    if (sentence.is(at, "from") && !onwards(sentence, start + 1)) {
      return;
    }
    Part.Operand year = new Part.Digits(sentence.word(start));
    Draft compared = compared(draft, null, Operator.EQUAL, year, 0.25);
    steps.add(new Step(start + 1, compared));
    if (onwards(sentence, start + 1)) {
      steps.add(new Step(start + 2, compared(draft, null, Operator.AT_LEAST, year, 0.2)));
    } else if (sentence.is(start + 1, "or") && sentence.is(start + 2, "after", "later")) {
      steps.add(new Step(start + 3, compared(draft, null, Operator.AT_LEAST, year, 0.25)));
    } else if (sentence.is(start + 1, "or") && sentence.is(start + 2, "before", "earlier")) {
      steps.add(new Step(start + 3, compared(draft, null, Operator.AT_MOST, year, 0.25)));
    }
    alternatives(sentence, start + 1, null, Operator.EQUAL, compared, steps);
  }

  /** From 2020 on. */
  private static boolean onwards(Sentence sentence, int at) {
    boolean last = at + 1 >= sentence.size() || sentence.is(at + 1, "?", ".", ",", "and");
    return sentence.is(at, "onwards", "onward") || (sentence.is(at, "on") && last);
  }

  private static Operator orMore(Sentence sentence, int at, Operator operator) {
    if (!sentence.is(at, "or") || Operands.number(sentence, at + 2).isPresent()) {
      return operator;
    }
    if (sentence.is(
        at + 1, "more", "above", "greater", "higher", "later", "after", "older", "over",
        "larger")) {
      return Operator.AT_LEAST;
    }
    return sentence.is(
            at + 1, "less", "fewer", "below", "lower", "earlier", "before", "under", "younger")
        ? Operator.AT_MOST
        : operator;
  }

  private static Draft compared(
      Draft draft, @Nullable Mention column, Operator operator, Part.Operand operand, double cost) {
    return draft
        .with(new Part.Compared(column, operator, operand, draft.or()), cost)
        .stance(Draft.Stance.NARROW);
  }
}
