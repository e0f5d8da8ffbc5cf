package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long it was: the average number of days between order and delivery. */
final class Lasting implements Phrase {
  private static final Set<String> OVER =
      Set.of("number", "of", "time", "days", "hours", "duration", "in", "delay", "the", "elapsed");
  private static final double LIKELY = 0.1;

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    Function function = function(sentence, at);
    int next = sentence.skip(at + 1, OVER);
    if (function == null
        || draft.stance() != Draft.Stance.SHOW
        || next == at + 1
        || !sentence.is(next, "between", "from")) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (Mention from : times(sentence, sentence.noun(next + 1))) {
      if (sentence.is(from.to(), "and", "to", "until")) {
        for (Mention to : times(sentence, sentence.noun(from.to() + 1))) {
          Part part = new Part.Lasting(function, from, to, hours(sentence, at, next));
          double cost = LIKELY + from.weakness() / 2 + to.weakness() / 2;
          steps.add(new Step(to.to(), draft.with(part, cost).stance(Draft.Stance.NARROW)));
        }
      }
    }
    return steps;
  }

  private static @Nullable Function function(Sentence sentence, int at) {
    return sentence.is(at, "longest")
        ? Function.MAX
        : sentence.is(at, "shortest") ? Function.MIN : Figuring.function(sentence, at);
  }

  private static boolean hours(Sentence sentence, int at, int to) {
    for (int word = at; word < to; word++) {
      if (sentence.is(word, "hours")) {
        return true;
      }
    }
    return false;
  }

  /** Mentions of columns that hold days or points in time. */
  private static List<Mention> times(Sentence sentence, int at) {
    List<Mention> times = new ArrayList<>();
    for (Mention column : sentence.columns(at)) {
      List<Link> links =
          column.links().stream()
              .filter(link -> link instanceof Link.ToAttribute to && to.attribute().temporal())
              .toList();
      if (!links.isEmpty()) {
        times.add(new Mention(column.from(), column.to(), links));
      }
    }
    return times;
  }
}
