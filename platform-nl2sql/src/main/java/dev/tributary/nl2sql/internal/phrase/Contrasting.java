package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of two spans of time side by side: this month compared with last month. */
final class Contrasting implements Phrase {
  private static final double LIKELY = 0.05;

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    begin(sentence, at, draft, steps);
    running(sentence, at, draft, steps);
    int start = sentence.is(at, "of", "in", "for", "from", "between", "during") ? at + 1 : at;
    Optional<Calendar.Span> first = span(sentence, start);
    if (first.isEmpty() || !draft.shows()) {
      return steps;
    }
    int joint = first.get().to();
    int next =
        sentence.afterAny(
            joint, "compared with", "compared to", "versus", "vs", "against", "with that of");
    if (next < 0 && draft.parts().contains(new Part.Compare())) {
      next = sentence.afterAny(joint, "with", "and", "to");
    }
    if (next >= 0) {
      int noun = sentence.is(next, "that", "those") ? next + 2 : next;
      span(sentence, noun)
          .filter(second -> second.until() != null && first.get().until() != null)
          .ifPresent(second -> steps.add(step(draft, first.get(), second)));
    }
    return steps;
  }

  private static Optional<Calendar.Span> span(Sentence sentence, int at) {
    return Calendar.read(sentence, at).or(() -> Calendar.year(sentence, at));
  }

  private static Step step(Draft draft, Calendar.Span first, Calendar.Span second) {
    boolean later = first.from().isAfter(second.from());
    Part part =
        new Part.Contrast(
            later ? second.days() : first.days(), later ? first.days() : second.days());
    return new Step(second.to(), draft.with(part, LIKELY).stance(Draft.Stance.NARROW));
  }

  /** Sales per month compared with the previous month; month over month change of sales. */
  private static void running(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int next =
        sentence.afterAny(
            at,
            "compared with the previous",
            "compared to the previous",
            "versus the previous",
            "vs the previous",
            "and the change from the previous",
            "with the change from the previous",
            "and change from the previous",
            "with change from the previous");
    boolean spanned = draft.parts().stream().anyMatch(Part.Spanned.class::isInstance);
    Period before = Periodic.period(sentence, next);
    if (before != null && spanned) {
      Part part = new Part.Running(before);
      steps.add(new Step(next + 1, draft.with(part, LIKELY).stance(Draft.Stance.NARROW)));
    }
    Period period = Periodic.period(sentence, at);
    boolean over = sentence.is(at + 1, "over", "on") && Periodic.period(sentence, at + 2) == period;
    if (period != null && over && sentence.is(at + 3, "change", "growth", "increase")) {
      int to = sentence.is(at + 4, "in", "of") ? at + 5 : at + 4;
      Draft begun =
          draft
              .with(new Part.Running(period), LIKELY)
              .with(new Part.Spanned(period, null, false), 0);
      steps.add(new Step(to, begun));
    }
  }

  /** Compare the sales, the change in sales: two spans are to follow. */
  private static void begin(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int noun = sentence.noun(at);
    int next =
        sentence.afterAny(
            noun,
            "change in",
            "change of",
            "difference in",
            "difference of",
            "growth of",
            "growth in",
            "increase in",
            "increase of",
            "decrease in",
            "decrease of");
    boolean first = at == 0 && sentence.is(at, "compare");
    if ((first || next >= 0) && !draft.shows()) {
      steps.add(new Step(first ? at + 1 : next, draft.with(new Part.Compare(), LIKELY)));
    }
  }
}
