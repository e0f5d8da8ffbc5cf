package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often: more than once, at least three times, the most times. */
final class Repeating implements Phrase {
  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    Mention what = repeated(sentence, at, draft);
    if (what == null) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    int start = sentence.is(at, "the") ? at + 1 : at;
    if (sentence.is(start, "most", "least", "fewest")
        && sentence.is(start + 1, "times", "often", "frequently")) {
      Part part = new Part.Extreme(what, Function.COUNT, sentence.is(start, "most"), 1);
      steps.add(step(start + 2, draft, part));
    }
    Comparator.read(sentence, at)
        .filter(comparator -> !comparator.plain())
        .ifPresent(comparator -> {
          Optional<Operands.Read> times = times(sentence, comparator.to());
          if (times.isPresent()) {
            Operator operator = comparator.operator();
            Part part = new Part.Counted(what, List.of(), operator, times.get().operand());
            steps.add(step(times.get().to(), draft, part));
          }
        });
    return steps;
  }

  private static Step step(int to, Draft draft, Part part) {
    return new Step(to, draft.with(part, 0.1).stance(Draft.Stance.NARROW));
  }

  private static Optional<Operands.Read> times(Sentence sentence, int at) {
    return switch (sentence.word(at)) {
      case "once" -> Optional.of(new Operands.Read(new Part.Digits("1"), at + 1));
      case "twice" -> Optional.of(new Operands.Read(new Part.Digits("2"), at + 1));
      default ->
          Operands.number(sentence, at)
              .filter(number -> number.operand() instanceof Part.Digits)
              .filter(number -> sentence.is(number.to(), "times"))
              .map(number -> new Operands.Read(number.operand(), number.to() + 1));
    };
  }

  /** The second table named, or later; else what the verb before is, as in visited most times. */
  private static @Nullable Mention repeated(Sentence sentence, int at, Draft draft) {
    List<Mention> tables =
        draft.parts().stream()
            .map(Part::mention)
            .filter(mention -> mention != null && mention.table())
            .toList();
    if (tables.size() > 1) {
      return tables.get(tables.size() - 1);
    }
    List<Mention> verbs = sentence.tables(sentence.is(at - 1, "the") ? at - 2 : at - 1);
    return verbs.isEmpty() || tables.contains(verbs.get(0)) ? null : verbs.get(0);
  }
}
