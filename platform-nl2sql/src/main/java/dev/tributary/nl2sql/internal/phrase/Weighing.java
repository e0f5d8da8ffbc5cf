package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.List;

/** Amounts asked for in their unit: how many kilograms of honey. */
final class Weighing implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    int unit = sentence.after(at, "how many");
    if (unit < 0 || !sentence.lexicon().unit(sentence.word(unit)) || !sentence.is(unit + 1, "of")) {
      return List.of();
    }
    return sentence.columns(sentence.noun(unit + 2)).stream()
        .filter(Weighing::amount)
        .map(column -> step(column, draft))
        .toList();
  }

  private static boolean amount(Mention column) {
    return column.links().get(0) instanceof Link.ToAttribute to
        && to.attribute().numeric()
        && to.attribute().amount();
  }

  private static Step step(Mention column, Draft draft) {
    Part part = new Part.Item(column, Function.SUM, false);
    Draft summed = draft.with(part, column.weakness());
    return new Step(column.to(), summed.stance(Draft.Stance.NARROW));
  }
}
