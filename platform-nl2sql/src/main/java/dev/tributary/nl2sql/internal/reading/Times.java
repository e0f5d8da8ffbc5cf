package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Period;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Columns of time, and how they are compared with days and years. */
final class Times {
  private static final Set<String> PLAIN =
      Set.of(
          "date",
          "time",
          "day",
          "at",
          "on",
          "datetime",
          "timestamp",
          "ts",
          "dt",
          "occurred",
          "happened",
          "event");
  private static final Set<String> BEGUN =
      Set.of(
          "registered",
          "registration",
          "joined",
          "join",
          "signup",
          "opened",
          "opening",
          "hired",
          "hire",
          "enrolled",
          "since",
          "start",
          "started",
          "founded");
  private static final Set<String> KEEPING =
      Set.of(
          "created",
          "crtd",
          "updated",
          "modified",
          "changed",
          "inserted",
          "loaded",
          "ingested",
          "deleted",
          "synced");

  private Times() {}

  /** The columns of a table that hold years or days; those named just so alone, if there are. */
  static List<Attribute> of(Relation relation, boolean year) {
    List<Attribute> years =
        relation.attributes().stream()
            .filter(attribute -> year && !attribute.temporal())
            .filter(attribute -> attribute.words().stream().anyMatch(w -> w.contains("year")))
            .toList();
    List<Attribute> plain =
        years.stream().filter(attribute -> attribute.words().equals(List.of("year"))).toList();
    if (!plain.isEmpty()) {
      return plain;
    }
    return years.isEmpty()
        ? relation.attributes().stream().filter(Attribute::temporal).toList()
        : years;
  }

  /**
   * Those a question most likely means: the ones it says a word of; else those that say no more
   * than that something happened then; else those that are not about the keeping of the row.
   */
  static List<Attribute> likeliest(Relation relation, List<Attribute> times, Cues cues) {
    List<Predicate<String>> tests =
        List.of(
            word -> !PLAIN.contains(word) && cues.tell(word),
            word -> !PLAIN.contains(word) && !relation.words().contains(word),
            KEEPING::contains);
    List<Attribute> begun =
        cues.tell("new")
            ? times.stream().filter(time -> any(time, BEGUN::contains)).toList()
            : List.of();
    if (!begun.isEmpty()) {
      return begun;
    }
    List<Attribute> told = times.stream().filter(time -> any(time, tests.get(0))).toList();
    List<Attribute> plain = times.stream().filter(time -> !any(time, tests.get(1))).toList();
    List<Attribute> own = times.stream().filter(time -> !any(time, tests.get(2))).toList();
    return !told.isEmpty() ? told : !plain.isEmpty() ? plain : !own.isEmpty() ? own : times;
  }

  /** Whether the question says a word of one of them that is not the name of the table as well. */
  static boolean told(Relation relation, List<Attribute> times, Cues cues) {
    return times.stream()
        .anyMatch(time ->
            any(
                time,
                word ->
                    !PLAIN.contains(word)
                        && !KEEPING.contains(word)
                        && !word.contains("year")
                        && !relation.words().contains(word)
                        && cues.tell(word)));
  }

  private static boolean any(Attribute attribute, Predicate<String> test) {
    return attribute.words().stream().anyMatch(test);
  }

  /** Whether the values of a column are days or years. */
  static boolean says(Attribute attribute) {
    return attribute.temporal() || attribute.words().stream().anyMatch(w -> w.contains("year"));
  }

  /** A day is the whole of it where points in time are stored. */
  static Condition day(Attribute attribute, Operator operator, String day) {
    if (!attribute.temporal()) {
      throw new Unreadable("a day is compared with no day");
    }
    return attribute.column().kind() == Kind.DATE && attribute.ticks() == 0
        ? compared(attribute, operator, LocalDate.parse(day))
        : span(attribute, operator, LocalDate.parse(day), LocalDate.parse(day).plusDays(1));
  }

  /** Only some days of every week, from 1 for Monday. */
  static Condition weekly(Attribute attribute, int from, int to) {
    Expression day = new Expression.Span(attribute, Period.DAY_OF_WEEK);
    Condition.Operand first = new Condition.Text(String.valueOf(from));
    Condition.Operand last = new Condition.Text(String.valueOf(to));
    return from == to
        ? new Condition.Comparison(day, Operator.EQUAL, first)
        : new Condition.Both(
            List.of(
                new Condition.Comparison(day, Operator.AT_LEAST, first),
                new Condition.Comparison(day, Operator.AT_MOST, last)));
  }

  static Condition year(Attribute attribute, Operator operator, String digits) {
    if (!digits.matches("\\d{4}")) {
      throw new Unreadable("a number is no day");
    }
    LocalDate first = LocalDate.of(Integer.parseInt(digits), 1, 1);
    return span(attribute, operator, first, first.plusYears(1));
  }

  /** Compares with all days from a first to the one before another. */
  private static Condition span(
      Attribute attribute, Operator operator, LocalDate first, LocalDate next) {
    Condition from = compared(attribute, Operator.AT_LEAST, first);
    Condition before = compared(attribute, Operator.LESS, first);
    Condition until = compared(attribute, Operator.LESS, next);
    Condition after = compared(attribute, Operator.AT_LEAST, next);
    return switch (operator) {
      case EQUAL -> new Condition.Both(List.of(from, until));
      case DIFFERENT -> new Condition.Either(List.of(before, after));
      case MORE -> after;
      case AT_LEAST -> from;
      case LESS -> before;
      case AT_MOST -> until;
    };
  }

  private static Condition compared(Attribute attribute, Operator operator, LocalDate day) {
    long ticks = attribute.ticks();
    Condition.Operand right =
        ticks == 0
            ? new Condition.Text(attribute.zoned() ? day + " 00:00:00+00" : day.toString())
            : new Condition.Numeral(
                String.valueOf(ticks * day.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
    return new Condition.Comparison(new Expression.Values(attribute), operator, right);
  }
}
