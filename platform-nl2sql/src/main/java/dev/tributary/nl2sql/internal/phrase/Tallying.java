package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many of a table belong to each: more than 3 models, at least one pet, 2 or more orders. */
final class Tallying implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    Optional<Comparator> comparator = Comparator.read(sentence, at);
    if (comparator.isEmpty()) {
      return steps;
    }
    Comparator found = comparator.get();
    if (found.plain() && found.to() > at) {
      return steps;
    }
    if (sentence.is(at, "between") || Operands.number(sentence, at).isPresent()) {
      between(sentence, sentence.is(at, "between") ? at + 1 : at, draft, steps);
    }
    Optional<Operands.Read> number = Operands.number(sentence, found.to());
    if (number.isEmpty() || !(number.get().operand() instanceof Part.Digits)) {
      return steps;
    }
    boolean orMore = sentence.is(number.get().to(), "or");
    Operator operator = found.operator();
    int next = number.get().to();
    if (orMore && sentence.is(next + 1, "more")) {
      operator = Operator.AT_LEAST;
      next += 2;
    } else if (orMore && sentence.is(next + 1, "fewer", "less")) {
      operator = Operator.AT_MOST;
      next += 2;
    } else if (found.plain()) {
      return steps;
    }
    int noun = sentence.noun(next);
    boolean apart = sentence.is(noun, "different", "distinct", "unique");
    for (Mention column : sentence.columns(apart ? sentence.noun(noun + 1) : noun)) {
      Part part = new Part.Counted(column, List.of(), operator, number.get().operand());
      double cost = column.weakness() + (apart ? 0.1 : 0.2);
      steps.add(new Step(column.to(), draft.with(part, cost).stance(Draft.Stance.NARROW)));
    }
    for (Qualified rows : Qualified.at(sentence, noun)) {
      Part part = new Part.Counted(rows.table(), rows.which(), operator, number.get().operand());
      steps.add(
          new Step(
              rows.table().to(), draft.with(part, rows.cost() + 0.05).stance(Draft.Stance.NARROW)));
    }
    return steps;
  }

  private static void between(Sentence sentence, int at, Draft draft, List<Step> steps) {
    Optional<Operands.Read> low = Operands.number(sentence, at);
    if (low.isEmpty() || !sentence.is(low.get().to(), "and", "to")) {
      return;
    }
    Optional<Operands.Read> high = Operands.number(sentence, low.get().to() + 1);
    if (high.isEmpty()) {
      return;
    }
    for (Mention table : sentence.tables(sentence.noun(high.get().to()))) {
      Draft bounded =
          draft
              .with(
                  new Part.Counted(table, List.of(), Operator.AT_LEAST, low.get().operand()), 0.05)
              .with(
                  new Part.Counted(table, List.of(), Operator.AT_MOST, high.get().operand()), 0.05);
      steps.add(new Step(table.to(), bounded.stance(Draft.Stance.NARROW)));
    }
  }
}
