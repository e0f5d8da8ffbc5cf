package dev.tributary.nl2sql.internal.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What figures are made for each of: for each city, per year, by country. */
final class Grouping implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    int next =
        sentence.afterAny(
            at,
            "for each",
            "in each",
            "of each",
            "from each",
            "by each",
            "at each",
            "on each",
            "to each",
            "each of the",
            "each",
            "for every",
            "in every",
            "of every",
            "per",
            "grouped by",
            "group by",
            "for all the different",
            "for all different",
            "for different",
            "for each of the",
            "for all");
    double cost = sentence.after(at, "for all") >= 0 ? 0.4 : 0;
    if (next < 0 && sentence.is(at, "by", "across") && draft.figured()) {
      next = at + 1;
      cost = divides(sentence, at, draft) ? 0.05 : 0.2;
    }
    if (next < 0 || (sentence.is(at, "per") && draft.lists() && !draft.utmost())) {
      return rows(sentence, at, draft);
    }
    int noun = sentence.noun(next);
    if (sentence.is(noun, "different", "distinct", "unique")) {
      noun = sentence.noun(noun + 1);
    }
    noun = sentence.skip(noun, Set.of("number", "numbers", "of", "values", "value"));
    List<Step> steps = new ArrayList<>();
    for (Mention table : sentence.tables(noun)) {
      steps.add(step(table, draft, cost));
    }
    for (Mention column : sentence.columns(noun)) {
      steps.add(step(column, draft, cost + 0.05));
    }
    return steps;
  }

  /** Total sales by customer, not made by a customer: after a figure of things, by makes groups. */
  static boolean divides(Sentence sentence, int at, Draft draft) {
    int noun = sentence.noun(at + 1);
    return sentence.is(at, "by")
        && draft.figured()
        && sentence.values(noun).isEmpty()
        && sentence.tables(noun).stream()
            .anyMatch(table -> !sentence.is(table.to(), "who", "that", "which", "whose", "with"))
        && !sentence.lexicon().relation(sentence.word(at - 1))
        && !sentence.word(at - 1).endsWith("ed");
  }

  /** Orders by status, or per status: how many there are of each. */
  private static List<Step> rows(Sentence sentence, int at, Draft draft) {
    boolean after = sentence.is(at, "by", "per") && !sentence.tables(at - 1).isEmpty();
    if (!after || !draft.lists() || draft.utmost()) {
      return List.of();
    }
    int noun = sentence.noun(at + 1);
    List<Mention> groups = new ArrayList<>(sentence.columns(noun));
    if (sentence.is(at, "per")) {
      groups.addAll(sentence.tables(noun));
    }
    double cost = sentence.is(0, "list") ? 0.6 : 0.15;
    return groups.stream().map(group -> step(group, draft.counting(), cost)).toList();
  }

  private static Step step(Mention by, Draft draft, double cost) {
    return new Step(by.to(), draft.with(new Part.Group(by), by.weakness() + cost));
  }
}
