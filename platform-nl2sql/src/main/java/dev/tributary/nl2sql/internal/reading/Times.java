package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Compares days with years. */
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

  private static boolean any(Attribute attribute, Predicate<String> test) {
    return attribute.words().stream().anyMatch(test);
  }

  /** A day is the whole of it where points in time are stored. */
  static Condition day(Attribute attribute, Operator operator, String day) {
    Expression left = new Expression.Values(attribute);
    if (!attribute.temporal()) {
      throw new Unreadable("a day is compared with no day");
    }
    if (attribute.column().kind() == Kind.DATE) {
      return compared(left, operator, day);
    }
    String next = LocalDate.parse(day).plusDays(1).toString();
    return switch (operator) {
      case EQUAL ->
          new Condition.Both(
              List.of(compared(left, Operator.AT_LEAST, day), compared(left, Operator.LESS, next)));
      case DIFFERENT ->
          new Condition.Either(
              List.of(compared(left, Operator.LESS, day), compared(left, Operator.AT_LEAST, next)));
      case MORE -> compared(left, Operator.AT_LEAST, next);
      case AT_MOST -> compared(left, Operator.LESS, next);
      case AT_LEAST, LESS -> compared(left, operator, day);
    };
  }

  static Condition year(Attribute attribute, Operator operator, String digits) {
    if (!digits.matches("\\d{4}")) {
      throw new Unreadable("a number is no day");
    }
    String first = digits + "-01-01";
    String next = (Integer.parseInt(digits) + 1) + "-01-01";
    Expression left = new Expression.Values(attribute);
    return switch (operator) {
      case MORE -> compared(left, Operator.AT_LEAST, next);
      case AT_LEAST -> compared(left, Operator.AT_LEAST, first);
      case LESS -> compared(left, Operator.LESS, first);
      case AT_MOST -> compared(left, Operator.LESS, next);
      case EQUAL ->
          new Condition.Both(
              List.of(
                  compared(left, Operator.AT_LEAST, first), compared(left, Operator.LESS, next)));
      case DIFFERENT ->
          new Condition.Either(
              List.of(
                  compared(left, Operator.LESS, first), compared(left, Operator.AT_LEAST, next)));
    };
  }

  private static Condition compared(Expression left, Operator operator, String day) {
    return new Condition.Comparison(left, operator, new Condition.Text(day));
  }
}
