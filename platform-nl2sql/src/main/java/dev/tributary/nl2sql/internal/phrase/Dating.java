package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Condition.Operator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days and spans of days: last week, on or after Apr 1, 2023, between two days. */
final class Dating implements Phrase {
  private static final Set<String> LEADING =
      Set.of("in", "on", "during", "within", "over", "for", "of", "from", "since", "is", "was");

  private static final Set<String> BEING = Set.of("is", "are", "was", "were", "that");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    weekly(sentence, at, draft, steps);
    within(sentence, at, null, draft, steps);
    compared(sentence, at, null, draft, steps);
    for (Mention column : sentence.columns(at)) {
      within(sentence, column.to(), column, draft, steps);
      compared(sentence, column.to(), column, draft, steps);
    }
    return steps;
  }

  /** On weekends, on Mondays. */
  private static void weekly(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int day = sentence.is(at + 1, "the") ? at + 2 : at + 1;
    if (!sentence.is(at, "on", "at") || !draft.shows()) {
      return;
    }
    for (DayOfWeek each : DayOfWeek.values()) {
      if (sentence.word(day).equals(each.name().toLowerCase(Locale.ROOT) + "s")) {
        steps.add(weekly(day, draft, each.getValue(), each.getValue()));
      }
    }
    if (sentence.is(day, "weekend", "weekends")) {
      steps.add(weekly(day, draft, DayOfWeek.SATURDAY.getValue(), DayOfWeek.SUNDAY.getValue()));
    } else if (sentence.is(day, "weekdays")) {
      steps.add(weekly(day, draft, DayOfWeek.MONDAY.getValue(), DayOfWeek.FRIDAY.getValue()));
    }
  }

  private static Step weekly(int at, Draft draft, int from, int to) {
    return new Step(
        at + 1, draft.with(new Part.Weekly(from, to), 0.05).stance(Draft.Stance.NARROW));
  }

  private static void within(
      Sentence sentence, int at, @Nullable Mention column, Draft draft, List<Step> steps) {
    int start = sentence.skip(at, LEADING);
    boolean range = sentence.is(start, "between") || sentence.is(start - 1, "from");
    int first = sentence.is(start, "between") ? start + 1 : start;
    Optional<Calendar.Span> span = Calendar.read(sentence, first);
    if (span.isEmpty()) {
      return;
    }
    Calendar.Span found = span.get();
    if (range && sentence.is(found.to(), "and", "to")) {
      Optional<Calendar.Span> last = Calendar.read(sentence, found.to() + 1);
      if (last.isPresent()) {
        found = new Calendar.Span(found.from(), last.get().until(), last.get().to());
      }
    } else if (sentence.is(start - 1, "since")) {
      found = new Calendar.Span(found.from(), null, found.to());
    }
    Draft dated = bound(draft, column, Operator.AT_LEAST, found.from().toString());
    if (found.until() != null) {
      dated = bound(dated, column, Operator.LESS, found.until().toString());
    }
    steps.add(new Step(found.to(), dated));
  }

  private static void compared(
      Sentence sentence, int at, @Nullable Mention column, Draft draft, List<Step> steps) {
    apart(sentence, at, column, draft, steps);
    Optional<Comparator> comparator = Comparator.read(sentence, at);
    if (comparator.isEmpty() || comparator.get().plain()) {
      return;
    }
    Optional<Calendar.Span> day = Calendar.day(sentence, comparator.get().to());
    if (day.isPresent()) {
      String text = day.get().from().toString();
      steps.add(new Step(day.get().to(), bound(draft, column, comparator.get().operator(), text)));
    }
  }

  /** Before June 2026, after last week, until yesterday. */
  private static void apart(
      Sentence sentence, int at, @Nullable Mention column, Draft draft, List<Step> steps) {
    int start = sentence.skip(at, BEING);
    int before = sentence.afterAny(start, "before", "prior to", "earlier than");
    int after = sentence.afterAny(start, "after", "later than");
    int until = sentence.afterAny(start, "until", "till", "up to");
    Calendar.read(sentence, Math.max(before, Math.max(after, until)))
        .ifPresent(span -> {
          LocalDate day = before >= 0 ? span.from() : span.until();
          if (day != null) {
            Operator operator = after >= 0 ? Operator.AT_LEAST : Operator.LESS;
            steps.add(new Step(span.to(), bound(draft, column, operator, day.toString())));
          }
        });
  }

  private static Draft bound(Draft draft, @Nullable Mention column, Operator operator, String day) {
    double cost = column == null ? 0.05 : column.weakness();
    return draft
        .with(new Part.Compared(column, operator, new Part.Words(day), draft.or()), cost)
        .stance(Draft.Stance.NARROW);
  }
}
