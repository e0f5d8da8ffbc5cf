package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;

/** Tables and columns, to be shown or to say what the question is about. */
final class Mentioning implements Phrase {
  private static final String[] ONCE = {
    "without repetition", "without repetitions", "without duplicates", "without duplication",
    "without repeating any", "without repeats", "with no duplicates", "no duplicates"
  };

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    boolean distinct = sentence.is(at, "different", "distinct", "unique", "distinctive");
    int noun = distinct ? sentence.noun(at + 1) : at;
    Draft before = distinct ? draft.different() : draft;
    if (distinct) {
      steps.add(new Step(at + 1, draft.different()));
    }
    int once = sentence.afterAny(at, ONCE);
    if (once >= 0) {
      steps.add(new Step(once, draft.once()));
    }
    boolean show = draft.stance() == Draft.Stance.SHOW;
    for (Mention table : sentence.tables(noun)) {
      boolean listed = listed(sentence, at) && draft.shows();
      double vague = show && sentence.is(at - 1, "a", "an", "some") ? 0.5 : 0;
      boolean theirs = at > 1 && sentence.whose(at - 1) && draft.shows();
      Part part =
          show && !theirs ? item(table, before) : new Part.Context(table, some(sentence, at));
      double cost =
          table.weakness()
              + vague
              + lost(draft)
              + (theirs ? 0 : adjacent(table, draft))
              + (listed && !show && sentence.values(table.to()).isEmpty() ? 0.35 : 0);
      Draft read = before.with(part, cost);
      boolean counted = part instanceof Part.Item item && item.function() != null;
      steps.add(
          new Step(table.to(), counted ? read.withoutFigures().stance(Draft.Stance.NARROW) : read));
      boolean subject = show && draft.shows();
      if (subject && asked(sentence, at)) {
        Draft context = before.with(new Part.Context(table, false), table.weakness() - 0.05);
        steps.add(new Step(table.to(), context.stance(Draft.Stance.NARROW)));
      }
      boolean told = !sentence.values(table.to()).isEmpty();
      if (!show && listed && !told) {
        steps.add(new Step(table.to(), before.with(item(table, before), table.weakness() + 0.2)));
      }
    }
    for (Mention column : sentence.columns(noun)) {
      if (show) {
        steps.add(
            new Step(
                column.to(),
                before.with(
                    item(column, before),
                    column.weakness() + adjacent(column, draft) + said(sentence, at, draft))));
      } else {
        double place = draft.shows() ? listed(sentence, at) ? 0.2 : 1.2 : 0.25;
        double cost = column.weakness() + place + adjacent(column, draft);
        Draft shown = before.with(item(column, before), cost);
        steps.add(new Step(column.to(), shown));
      }
    }
    return steps;
  }

  /** Which port is the origin: what is said of a thing is not to be shown. */
  private static double said(Sentence sentence, int at, Draft draft) {
    int before = at - 1;
    while (sentence.is(before, "the", "a", "an")) {
      before--;
    }
    boolean being = before < at - 1 && sentence.is(before, "is", "are", "was", "were");
    return being && draft.shows() && !sentence.is(before - 1, "what", "who", "which", "and", ",")
        ? 0.5
        : 0;
  }

  /** A figure that is asked for is not made of a table. */
  private static double lost(Draft draft) {
    return draft.figures().stream().anyMatch(each -> each != Function.COUNT) ? 0.5 : 0;
  }

  /** Which districts does the longest stream cross: what follows the verb is not asked for. */
  private static boolean asked(Sentence sentence, int at) {
    int before = at - 1;
    while (sentence.measure(before) != null || sentence.is(before, "every", "each", "the", "a")) {
      before--;
    }
    return before < at - 1 && sentence.is(before, "is", "are", "do", "does", "did", "has", "have");
  }

  /** Whether it matters only that there is one, as in with a pet, with any late order. */
  private static boolean some(Sentence sentence, int at) {
    return sentence.is(at - 1, "a", "an", "any") || sentence.is(at - 2, "a", "an", "any");
  }

  private static Part item(Mention mention, Draft draft) {
    boolean count = mention.table() && draft.figures().contains(Function.COUNT);
    return new Part.Item(mention, count ? Function.COUNT : null, draft.distinct());
  }

  /** Two names in a row without so much as a comma are hardly two things to show. */
  private static double adjacent(Mention mention, Draft draft) {
    Part last = draft.last();
    Mention before = last == null || last instanceof Part.Stored ? null : last.mention();
    return before != null && before.to() == mention.from() ? 0.4 : 0;
  }

  private static boolean listed(Sentence sentence, int at) {
    int before = at - 1;
    while (sentence.is(before, "the", "their", "its", "a", "also", "his", "her")) {
      before--;
    }
    boolean along = sentence.is(before, "with", "including") && before < at - 1;
    return along || (sentence.is(before, "and", ",", "plus") && !sentence.anywhere("both"));
  }
}
