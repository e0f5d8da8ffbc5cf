package dev.tributary.nl2sql.internal.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the ways to read a question as one phrase after another: a beam search over positions,
 * which keeps the cheapest drafts at each. Stateless.
 */
public final class Reader {
  private static final int BEAM = 32;
  private static final List<Phrase> PHRASES =
      List.of(
          new Filling(),
          new Figuring(),
          new Totalling(),
          new Weighing(),
          new Lasting(),
          new Sharing(),
          new Contrasting(),
          new Asking(),
          new Mentioning(),
          new Grouping(),
          new Periodic(),
          new Dating(),
          new Comparing(),
          new Matching(),
          new Joining(),
          new Tallying(),
          new Repeating(),
          new Extremes(),
          new Sorting(),
          new Negating());

  private Reader() {}

  /**
   * The drafts of a question, the cheapest first.
   *
   * @param sentence the question
   * @return at most {@value #BEAM} drafts
   */
  public static List<Draft> read(Sentence sentence) {
    int size = sentence.size();
    List<List<Draft>> drafts = new ArrayList<>();
    for (int at = 0; at <= size; at++) {
      drafts.add(new ArrayList<>());
    }
    drafts.get(0).add(sentence.commands() ? Draft.EMPTY.ignoring(0, 1) : Draft.EMPTY);
    for (int at = 0; at < size; at++) {
      for (Draft draft : best(drafts.get(at))) {
        for (Phrase phrase : PHRASES) {
          for (Step step : phrase.read(sentence, at, draft)) {
            // A phrase that the question breaks off is none.
            if (step.to() <= size) {
              drafts.get(step.to()).add(step.draft());
            }
          }
        }
      }
    }
    return best(drafts.get(size));
  }

  private static List<Draft> best(List<Draft> drafts) {
    Map<Object, Draft> different = new LinkedHashMap<>();
    drafts.stream()
        .sorted(Comparator.comparingDouble(Draft::cost))
        .forEach(draft ->
            different.putIfAbsent(
                List.of(
                    draft.parts(), draft.stance(), draft.figures(), draft.distinct(), draft.or()),
                draft));
    return different.values().stream().limit(BEAM).toList();
  }
}
