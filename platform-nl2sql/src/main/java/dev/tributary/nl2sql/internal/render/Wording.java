package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Period;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in plain words what a query asks. */
public final class Wording {
  private Wording() {}

  /**
   * A query in words.
   *
   * @param query the query
   * @return one sentence without a full stop
   */
  public static String of(Query query) {
    List<String> parts = new ArrayList<>();
    String different = query.distinct() ? "different " : "";
    parts.add(
        "show "
            + different
            + query.select().stream()
                .map(each -> expression(each, query))
                .collect(Collectors.joining(" and ")));
    List<Relation> unsaid = unsaid(query);
    if (!unsaid.isEmpty()) {
      parts.add(
          "together with "
              + unsaid.stream()
                  .map(each -> words(each.words()))
                  .collect(Collectors.joining(" and ")));
    }
    if (!query.where().isEmpty()) {
      parts.add("where " + all(query.where(), query));
    }
    if (!query.groupBy().isEmpty()) {
      parts.add(
          "for each "
              + query.groupBy().stream()
                  .map(each -> expression(each, query))
                  .collect(Collectors.joining(" and ")));
    }
    if (!query.having().isEmpty()) {
      parts.add("having " + all(query.having(), query));
    }
    for (Query.Order order : query.orderBy()) {
      parts.add(
          "ordered by "
              + expression(order.by(), query)
              + (order.descending() ? " in descending order" : " in ascending order"));
    }
    if (query.limit() > 0) {
      parts.add(query.limit() == 1 ? "the first row only" : "the first " + query.limit() + " rows");
    }
    Query.Also also = query.also();
    if (also != null) {
      parts.add(
          switch (also.combination()) {
                case INTERSECT -> "and at once ";
                case EXCEPT -> "but not ";
                case UNION -> "or else ";
              }
              + of(also.query()));
    }
    return String.join(", ", parts);
  }

  /** The tables that rows have to have a counterpart in, though nothing of them is mentioned. */
  private static List<Relation> unsaid(Query query) {
    Set<Relation> all = new LinkedHashSet<>(List.of(query.from()));
    for (Reference join : query.joins()) {
      all.add(join.from().relation());
      all.add(join.to().relation());
    }
    all.removeAll(Mentioned.by(query));
    return List.copyOf(all);
  }

  private static String expression(Expression expression, Query query) {
    return switch (expression) {
      case Expression.Values values -> name(values.attribute());
      case Expression.Span span -> "the " + period(span.period()) + " of " + name(span.of());
      case Expression.Figure figure -> figure(figure, query);
      case Expression.Partial partial ->
          figure(partial.figure(), query) + " where " + all(partial.where(), query);
      case Expression.Total total -> figure(total.figure(), query) + " of all";
      case Expression.Previous previous ->
          figure(previous.figure(), query)
              + " of the "
              + period(previous.span().period())
              + " before";
      case Expression.Lasting lasting ->
          "the "
              + function(lasting.function())
              + (lasting.hours() ? " hours from " : " days from ")
              + name(lasting.from())
              + " to "
              + name(lasting.to());
      case Expression.Answer answer -> "the figure of (" + of(answer.query()) + ")";
      case Expression.Different different ->
          "the number of different " + expression(different.of(), query);
      case Expression.Difference difference ->
          expression(difference.of(), query) + " less " + expression(difference.less(), query);
      case Expression.Ratio ratio ->
          expression(ratio.of(), query)
              + (ratio.percent() ? " in percent of " : " divided by ")
              + expression(ratio.by(), query);
    };
  }

  private static String period(Period period) {
    return period.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String figure(Expression.Figure figure, Query query) {
    Attribute of = figure.of();
    if (of == null) {
      return "the number of rows of " + words(query.from().words());
    }
    String what = (figure.distinct() ? "different " : "") + name(of);
    return switch (figure.function()) {
      case COUNT -> "the number of " + what;
      case SUM -> "the sum of " + what;
      case AVG -> "the average of " + what;
      case MIN -> "the least " + what;
      case MAX -> "the greatest " + what;
    };
  }

  private static String function(Expression.Function function) {
    return switch (function) {
      case COUNT -> "number of";
      case SUM -> "sum of";
      case AVG -> "average";
      case MIN -> "least";
      case MAX -> "greatest";
    };
  }

  private static String all(List<Condition> conditions, Query query) {
    return conditions.stream()
        .map(condition -> condition(condition, query))
        .collect(Collectors.joining(" and "));
  }

  private static String condition(Condition condition, Query query) {
    return switch (condition) {
      case Condition.Comparison comparison ->
          expression(comparison.left(), query)
              + operator(comparison.operator())
              + operand(comparison.right());
      case Condition.Like like ->
          name(like.attribute())
              + (like.negated() ? " is not like " : " is like ")
              + like.pattern();
      case Condition.Missing missing ->
          name(missing.attribute()) + (missing.missing() ? " is missing" : " is there");
      case Condition.Among among ->
          name(among.attribute())
              + (among.negated() ? " is not among those of " : " is among those of ")
              + "("
              + of(among.query())
              + ")";
      case Condition.Matched matched ->
          matched.of().stream()
                  .map(each -> expression(each, query))
                  .collect(Collectors.joining(" and "))
              + " are among those of ("
              + of(matched.query())
              + ")";
      case Condition.Either either ->
          either.choices().stream()
              .map(each -> condition(each, query))
              .collect(Collectors.joining(" or ", "(", ")"));
      case Condition.Both both -> all(both.parts(), query);
    };
  }

  private static String operator(Condition.Operator operator) {
    return switch (operator) {
      case EQUAL -> " is ";
      case DIFFERENT -> " is not ";
      case MORE -> " is more than ";
      case AT_LEAST -> " is at least ";
      case LESS -> " is less than ";
      case AT_MOST -> " is at most ";
    };
  }

  private static String operand(Condition.Operand operand) {
    return switch (operand) {
      case Condition.Text text -> "\"" + text.text() + "\"";
      case Condition.Numeral number -> number.digits();
      case Condition.Truth truth -> truth.yes() ? "true" : "false";
      case Condition.Field field -> name(field.attribute());
      case Condition.Result result -> "(" + of(result.query()) + ")";
    };
  }

  private static String name(Attribute attribute) {
    String table = words(attribute.relation().words());
    String column = words(attribute.words());
    return column.toLowerCase(Locale.ROOT).startsWith(table) ? column : table + " " + column;
  }

  private static String words(List<String> words) {
    return String.join(" ", words);
  }
}
