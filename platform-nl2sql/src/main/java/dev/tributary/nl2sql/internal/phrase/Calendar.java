package dev.tributary.nl2sql.internal.phrase;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spans of days as people write them: last week, the past 7 days, March 2023, Apr 1, 2023. */
final class Calendar {
  private static final String DAY = "\\d{1,2}(st|nd|rd|th)?";
  private static final String YEAR = "\\d{4}";

  private Calendar() {}

  /**
   * A span of days.
   *
   * @param from its first day
   * @param until the day after its last; null for none
   * @param to the word after it
   */
  record Span(LocalDate from, @Nullable LocalDate until, int to) {
    /** Its days, where it has a last. */
    Part.Days days() {
      return new Part.Days(from.toString(), String.valueOf(until));
    }
  }

  static Optional<Span> read(Sentence sentence, int at) {
    return day(sentence, at)
        .or(() -> quarter(sentence, at))
        .or(() -> month(sentence, at))
        .or(() -> relative(sentence, at));
  }

  /** 2023-04-01, Apr 1, 2023, 1 April 2023. */
  static Optional<Span> day(Sentence sentence, int at) {
    if (sentence.word(at).matches("\\d{4}-\\d{2}-\\d{2}")) {
      return day(() -> LocalDate.parse(sentence.word(at)), at + 1);
    }
    Month after = monthAt(sentence, at + 1);
    if (after != null && sentence.word(at).matches(DAY) && sentence.word(at + 2).matches(YEAR)) {
      int of = Integer.parseInt(sentence.word(at).replaceAll("\\D", ""));
      int in = Integer.parseInt(sentence.word(at + 2));
      return day(() -> LocalDate.of(in, after, of), at + 3);
    }
    Month month = monthAt(sentence, at);
    if (month == null || !sentence.word(at + 1).matches(DAY)) {
      return Optional.empty();
    }
    int year = sentence.is(at + 2, ",") ? at + 3 : at + 2;
    if (!sentence.word(year).matches(YEAR)) {
      return Optional.empty();
    }
    int dayOfMonth = Integer.parseInt(sentence.word(at + 1).replaceAll("\\D", ""));
    int in = Integer.parseInt(sentence.word(year));
    return day(() -> LocalDate.of(in, month, dayOfMonth), year + 1);
  }

  private static Optional<Span> day(java.util.function.Supplier<LocalDate> day, int to) {
    try {
      LocalDate found = day.get();
      return Optional.of(new Span(found, found.plusDays(1), to));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Span> year(Sentence sentence, int at) {
    if (!sentence.word(at).matches("(19|20)\\d\\d")) {
      return Optional.empty();
    }
    LocalDate from = LocalDate.of(Integer.parseInt(sentence.word(at)), 1, 1);
    return Optional.of(new Span(from, from.plusYears(1), at + 1));
  }

  private static Optional<Span> quarter(Sentence sentence, int at) {
    int start = sentence.is(at, "the") ? at + 1 : at;
    int quarter =
        switch (sentence.word(start)) {
          case "q1", "first", "1st" -> 1;
          case "q2", "second", "2nd" -> 2;
          case "q3", "third", "3rd" -> 3;
          case "q4", "fourth", "4th" -> 4;
          default -> 0;
        };
    int next = start + 1;
    if (!sentence.word(start).startsWith("q")) {
      if (!sentence.is(next, "quarter")) {
        return Optional.empty();
      }
      next++;
    }
    next = sentence.is(next, "of", "in") ? next + 1 : next;
    if (quarter == 0 || !sentence.word(next).matches("\\d{4}")) {
      return Optional.empty();
    }
    LocalDate from = LocalDate.of(Integer.parseInt(sentence.word(next)), 3 * quarter - 2, 1);
    return Optional.of(new Span(from, from.plusMonths(3), next + 1));
  }

  private static Optional<Span> month(Sentence sentence, int at) {
    Month month = monthAt(sentence, at);
    int year = sentence.is(at + 1, "of", ",") ? at + 2 : at + 1;
    if (month == null) {
      return Optional.empty();
    }
    boolean next = sentence.is(at + 1, "to", "and", "with", "vs", "versus");
    if (next && monthAt(sentence, at + 2) != null && sentence.word(at + 3).matches("\\d{4}")) {
      LocalDate same = LocalDate.of(Integer.parseInt(sentence.word(at + 3)), month, 1);
      return Optional.of(new Span(same, same.plusMonths(1), at + 1));
    }
    if (!sentence.word(year).matches("\\d{4}")) {
      return Optional.empty();
    }
    LocalDate from = LocalDate.of(Integer.parseInt(sentence.word(year)), month, 1);
    return Optional.of(new Span(from, from.plusMonths(1), year + 1));
  }

  private static @Nullable Month monthAt(Sentence sentence, int at) {
    String word = sentence.word(at);
    return Arrays.stream(Month.values())
        .filter(month -> {
          String name = month.name().toLowerCase(java.util.Locale.ROOT);
          return word.equals(name) || (word.length() == 3 && name.startsWith(word));
        })
        .findFirst()
        .orElse(null);
  }

  /** Yesterday, last week, this month, the past 7 days. */
  private static Optional<Span> relative(Sentence sentence, int at) {
    LocalDate today = sentence.today();
    if (sentence.is(at, "today")) {
      return Optional.of(new Span(today, today.plusDays(1), at + 1));
    }
    if (sentence.is(at, "yesterday")) {
      return Optional.of(new Span(today.minusDays(1), today, at + 1));
    }
    int start = sentence.is(at, "the") ? at + 1 : at;
    if (!sentence.is(start, "last", "past", "previous", "this", "current")) {
      return start == at ? Optional.empty() : ended(sentence, start);
    }
    boolean current = sentence.is(start, "this", "current");
    Optional<Operands.Read> number = Operands.number(sentence, start + 1);
    if (number.isPresent() && number.get().operand() instanceof Part.Digits digits) {
      return past(sentence, digits.digits(), number.get().to(), today);
    }
    if (sentence.is(start, "past")) {
      return past(sentence, "1", start + 1, today);
    }
    return whole(sentence.word(start + 1), current, today)
        .map(from -> new Span(from, from.plus(unit(sentence.word(start + 1), 1)), start + 2));
  }

  /** The 90 days before a day. */
  private static Optional<Span> ended(Sentence sentence, int at) {
    return Operands.number(sentence, at)
        .filter(number -> sentence.is(number.to() + 1, "before", "up", "until"))
        .filter(number -> number.operand() instanceof Part.Digits)
        .flatMap(number ->
            past(
                sentence,
                ((Part.Digits) number.operand()).digits(),
                number.to(),
                sentence.today()));
  }

  private static Optional<Span> past(Sentence sentence, String digits, int at, LocalDate today) {
    if (!digits.matches("\\d{1,4}") || unit(sentence.word(at), 1).isZero()) {
      return Optional.empty();
    }
    Period back = unit(sentence.word(at), Integer.parseInt(digits));
    int joint = sentence.is(at + 1, "ending") ? at + 2 : at + 1;
    if (sentence.is(joint, "up", "until", "before", "to", "on")) {
      int last = sentence.is(joint, "up") ? joint + 2 : joint + 1;
      boolean before = sentence.is(joint, "before");
      return day(sentence, last)
          .map(
              day -> new Span(day.from().minus(back), before ? day.from() : day.until(), day.to()));
    }
    return Optional.of(new Span(today.minus(back), null, bounds(sentence, at + 1)));
  }

  /** What is said of the bounds, as in inclusive of today, is what is done anyway. */
  private static int bounds(Sentence sentence, int at) {
    int start = sentence.is(at, ",", "(") ? at + 1 : at;
    if (!sentence.is(start, "inclusive", "including")) {
      return at;
    }
    int end = start;
    while (end < sentence.size() && !sentence.is(end, ")", "?", ".", ",")) {
      end++;
    }
    return sentence.is(end, ")") ? end + 1 : end;
  }

  private static Optional<LocalDate> whole(String unit, boolean current, LocalDate today) {
    LocalDate from =
        switch (unit) {
          case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case "month" -> today.withDayOfMonth(1);
          case "year" -> today.withDayOfYear(1);
          default -> null;
        };
    return Optional.ofNullable(from).map(begin -> current ? begin : begin.minus(unit(unit, 1)));
  }

  private static Period unit(String word, int count) {
    return switch (word) {
      case "day", "days" -> Period.ofDays(count);
      case "week", "weeks" -> Period.ofWeeks(count);
      case "month", "months" -> Period.ofMonths(count);
      case "year", "years" -> Period.ofYears(count);
      default -> Period.ZERO;
    };
  }
}
