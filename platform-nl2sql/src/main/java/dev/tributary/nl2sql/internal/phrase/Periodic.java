package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Periods that figures are made for: per month, by hour of the day, monthly, which day. */
final class Periodic implements Phrase {
  private static final double WORD = 0.05;
  private static final double COLUMN = 0.6;

  /** A period and the word after it. */
  private record Named(Period period, int to) {}

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    each(sentence, at, draft, steps);
    Period adverb = adverb(sentence, at);
    if (adverb != null && sentence.columns(at).isEmpty()) {
      Draft spanned = draft.with(new Part.Spanned(adverb, null, false), WORD);
      boolean rows = draft.figures().isEmpty() && !Qualified.at(sentence, at + 1).isEmpty();
      steps.add(new Step(at + 1, rows ? spanned.figure(Function.COUNT) : spanned));
    }
    if (draft.last() instanceof Part.Top) {
      for (Named named : named(sentence, at)) {
        Part part = new Part.Spanned(named.period(), null, true);
        Draft top = draft.with(part, cost(sentence, at)).stance(Draft.Stance.NARROW);
        steps.add(new Step(named.to(), top));
      }
    }
    Period again = period(sentence, at);
    boolean known =
        draft.parts().stream()
            .anyMatch(part -> part instanceof Part.Spanned told && told.period() == again);
    if (again != null && known && draft.stance() == Draft.Stance.SHOW) {
      int next = sentence.is(at + 1, "number") && !sentence.is(at + 2, "of") ? at + 2 : at + 1;
      steps.add(new Step(next, draft.costing(WORD)));
    }
    which(sentence, at, draft, steps);
    if (sentence.is(at, "new", "newly") && !sentence.tables(at + 1).isEmpty()) {
      steps.add(new Step(at + 1, draft.with(new Part.Fresh(), WORD)));
    }
    return steps;
  }

  /** Per month, by day of the week, in each year of registration. */
  private static void each(Sentence sentence, int at, Draft draft, List<Step> steps) {
    int next =
        sentence.afterAny(
            at,
            "for each",
            "in each",
            "on each",
            "of each",
            "each",
            "for every",
            "in every",
            "on every",
            "every",
            "per",
            "grouped by",
            "group by",
            "broken down by",
            "split by",
            "by",
            "and");
    if (next < 0 || (sentence.is(at, "and") && !grouped(draft))) {
      return;
    }
    Draft counted = draft.lists() && !sentence.is(at, "and") ? draft.counting() : draft;
    for (Mention column : sentence.columns(sentence.noun(next))) {
      for (Named named : named(sentence, column.to())) {
        steps.add(step(counted, named, column, WORD + column.weakness() / 2));
      }
    }
    for (Named named : named(sentence, sentence.noun(next))) {
      double cost = cost(sentence, sentence.noun(next));
      steps.add(step(counted, named, null, cost));
      if (sentence.is(named.to(), "of")) {
        for (Mention column : sentence.columns(sentence.noun(named.to() + 1))) {
          Named all = new Named(named.period(), column.to());
          steps.add(step(counted, all, column, cost + column.weakness()));
        }
      }
    }
  }

  private static boolean grouped(Draft draft) {
    return draft.last() instanceof Part.Group || draft.last() instanceof Part.Spanned;
  }

  private static Step step(Draft draft, Named named, @Nullable Mention of, double cost) {
    return new Step(
        named.to(),
        draft.with(new Part.Spanned(named.period(), of, false), cost).stance(Draft.Stance.NARROW));
  }

  /** Which day, what month: the period itself is asked for. */
  private static void which(Sentence sentence, int at, Draft draft, List<Step> steps) {
    boolean asks = sentence.is(at, "which", "what", "on") && draft.stance() == Draft.Stance.SHOW;
    int next =
        sentence.is(at, "on", "in") && sentence.is(at + 1, "which", "what") ? at + 2 : at + 1;
    if (!asks || draft.shows()) {
      return;
    }
    for (Named named : named(sentence, next)) {
      Part part = new Part.Spanned(named.period(), null, true);
      Draft shown = draft.with(part, cost(sentence, next)).stance(Draft.Stance.NARROW);
      steps.add(new Step(named.to(), shown));
    }
  }

  /** Where a column goes by the word, the column is likelier. */
  private static double cost(Sentence sentence, int at) {
    boolean column =
        sentence.columns(at).stream().anyMatch(mention -> mention.weakness() <= 0.25)
            || !sentence.tables(at).isEmpty();
    return column ? COLUMN : WORD;
  }

  private static List<Named> named(Sentence sentence, int at) {
    int calendar = sentence.is(at, "calendar") ? at + 1 : at;
    Period period = period(sentence, calendar);
    if (period == null) {
      return List.of();
    }
    int next = calendar + 1;
    int around = sentence.afterAny(next, "of the day", "of day", "of the week", "of week");
    if (around >= 0 && (period == Period.HOUR_OF_DAY || sentence.is(around - 1, "week"))) {
      boolean day = period == Period.DAY;
      return List.of(new Named(day ? Period.DAY_OF_WEEK : period, around));
    }
    int year = sentence.afterAny(next, "of the year", "of year");
    return List.of(
        period == Period.MONTH && year >= 0
            ? new Named(Period.MONTH_OF_YEAR, year)
            : new Named(period, next));
  }

  static @Nullable Period period(Sentence sentence, int at) {
    return switch (sentence.word(at)) {
      case "year", "years" -> Period.YEAR;
      case "quarter", "quarters" -> Period.QUARTER;
      case "month", "months" -> Period.MONTH;
      case "week", "weeks" -> Period.WEEK;
      case "day", "days", "date" -> Period.DAY;
      case "weekday", "weekdays" -> Period.DAY_OF_WEEK;
      case "hour", "hours" -> Period.HOUR_OF_DAY;
      default -> null;
    };
  }

  static @Nullable Period adverb(Sentence sentence, int at) {
    return switch (sentence.word(at)) {
      case "yearly", "annual", "annually" -> Period.YEAR;
      case "quarterly" -> Period.QUARTER;
      case "monthly" -> Period.MONTH;
      case "weekly" -> Period.WEEK;
      case "daily" -> Period.DAY;
      default -> null;
    };
  }
}
