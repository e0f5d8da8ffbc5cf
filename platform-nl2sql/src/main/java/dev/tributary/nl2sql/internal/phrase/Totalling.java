package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The count, the total: of what was named before. */
final class Totalling implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    boolean word =
        sentence.is(at, "count", "number", "counts", "numbers", "total")
            && sentence.is(at - 1, "the", "and", ",", "a", "its", "their");
    boolean end = at + 1 == sentence.size() || sentence.is(at + 1, "and", ",", ".", "?");
    boolean again =
        sentence.is(at, "total")
            && IntStream.range(0, at)
                .anyMatch(said -> Figuring.function(sentence, said) == Function.SUM);
    if (word && end && again && draft.sums()) {
      steps.add(new Step(at + 1, draft.costing(0.05)));
    } else if (!again && word && end && draft.stance() == Draft.Stance.SHOW) {
      steps.add(new Step(at + 1, draft.with(new Part.Tally(), 0.05)));
    }
    return steps;
  }
}
