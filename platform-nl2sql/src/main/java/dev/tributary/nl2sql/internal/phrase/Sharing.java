package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.phrase.Part.Share.Kind;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of wholes: what percentage of flights were late, share of orders by city, ratio of a to b.
 */
final class Sharing implements Phrase {
  private static final double LIKELY = 0.02;
  private static final String[] WHOLE = {"all", "total", "every", "overall"};

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    begin(sentence, at, draft, steps);
    if (open(draft)) {
      split(sentence, at, draft, steps);
    }
    return steps;
  }

  private static void begin(Sentence sentence, int at, Draft draft, List<Step> steps) {
    if (draft.shows() || draft.stance() != Draft.Stance.SHOW) {
      return;
    }
    int to = sentence.noun(at);
    int hundredth = sentence.afterAny(to, "percentage of", "percent of", "% of", "share of");
    int fraction = sentence.afterAny(to, "proportion of", "fraction of");
    int next = Math.max(hundredth, fraction);
    if (next >= 0) {
      for (Kind kind : List.of(Kind.TOLD, Kind.OF_ALL, Kind.SPREAD)) {
        Part share = new Part.Share(kind, hundredth >= 0);
        Draft begun = draft.with(share, LIKELY);
        steps.add(
            new Step(
                next,
                Figuring.function(sentence, sentence.noun(next)) == null
                    ? begun.figure(Function.COUNT)
                    : begun));
        for (Mention column : sentence.columns(sentence.noun(next))) {
          Part sum = new Part.Item(column, Function.SUM, false);
          steps.add(
              new Step(
                  column.to(),
                  begun.with(sum, column.weakness() + 0.1).stance(Draft.Stance.NARROW)));
        }
      }
    }
    rate(sentence, to, draft, steps);
    int ratio = sentence.afterAny(to, "ratio of", "ratio between");
    if (ratio >= 0) {
      Part share = new Part.Share(Kind.RATIO, false);
      steps.add(new Step(ratio, draft.with(share, LIKELY).figure(Function.COUNT)));
    }
  }

  /** Failure rate of flights. */
  private static void rate(Sentence sentence, int at, Draft draft, List<Step> steps) {
    for (Span value : sentence.values(at)) {
      if (!sentence.is(value.to(), "rate") || !sentence.is(value.to() + 1, "of", "for", "among")) {
        continue;
      }
      List<Link.ToValue> links = value.links().stream().map(Link.ToValue.class::cast).toList();
      for (Mention table : sentence.tables(sentence.noun(value.to() + 2))) {
        Draft rated =
            draft
                .with(new Part.Share(Kind.RATE, true), LIKELY)
                .with(
                    new Part.Stored(links, null, false, false, table, value.from(), value.to()),
                    0.05)
                .with(new Part.Item(table, Function.COUNT, false), table.weakness());
        steps.add(new Step(table.to(), rated.stance(Draft.Stance.NARROW)));
      }
    }
  }

  private static boolean open(Draft draft) {
    return draft.parts().stream().anyMatch(Part.Share.class::isInstance)
        && draft.parts().stream().noneMatch(Part.Split.class::isInstance);
  }

  /** A word may part the whole from the part: are, were, that; to, in a ratio. */
  private static void split(Sentence sentence, int at, Draft draft, List<Step> steps) {
    if (draft.parts().contains(new Part.Share(Kind.RATIO, false))) {
      int next = sentence.afterAny(at, "to", "and", "out of", "versus", "vs", "over");
      if (next >= 0) {
        int noun = sentence.is(next, "the") ? next + 1 : next;
        Draft rest = draft.withoutFigures().with(new Part.Split(sentence.is(noun, WHOLE)), 0);
        steps.add(new Step(next, rest.stance(Draft.Stance.SHOW).figure(Function.COUNT)));
      }
    } else if (draft.shows()
        && sentence.is(
            at, "are", "is", "was", "were", "that", "which", "who", "have", "has", "had", "did",
            "do", "where", "whose", "with")) {
      steps.add(new Step(at + 1, draft.with(new Part.Split(false), 0)));
    }
  }
}
