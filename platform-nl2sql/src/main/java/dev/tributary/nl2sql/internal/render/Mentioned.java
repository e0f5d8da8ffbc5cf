package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tables the words of a query name. */
final class Mentioned {
  private Mentioned() {}

  static Set<Relation> by(Query query) {
    Stream<Relation> expressions =
        Stream.of(
                query.select().stream(),
                query.groupBy().stream(),
                query.orderBy().stream().map(Query.Order::by))
            .flatMap(each -> each)
            .flatMap(expression -> relations(expression, query));
    Stream<Relation> conditions =
        Stream.concat(query.where().stream(), query.having().stream())
            .flatMap(condition -> relations(condition, query));
    return Stream.concat(expressions, conditions).collect(Collectors.toSet());
  }

  private static Stream<Relation> relations(Condition condition, Query query) {
    return switch (condition) {
      case Condition.Comparison comparison -> relations(comparison.left(), query);
      case Condition.Like like -> Stream.of(like.attribute().relation());
      case Condition.Missing missing -> Stream.of(missing.attribute().relation());
      case Condition.Among among -> Stream.of(among.attribute().relation());
      case Condition.Matched matched ->
          matched.of().stream().flatMap(each -> relations(each, query));
      case Condition.Either either ->
          either.choices().stream().flatMap(each -> relations(each, query));
      case Condition.Both both -> both.parts().stream().flatMap(each -> relations(each, query));
    };
  }

  private static Stream<Relation> relations(Expression expression, Query query) {
    return switch (expression) {
      case Expression.Values values -> Stream.of(values.attribute().relation());
      case Expression.Span span -> Stream.of(span.of().relation());
      case Expression.Figure figure -> {
        Attribute of = figure.of();
        yield Stream.of(of == null ? query.from() : of.relation());
      }
      case Expression.Lasting lasting ->
          Stream.of(lasting.from().relation(), lasting.to().relation());
      case Expression.Partial partial ->
          Stream.concat(
              relations(partial.figure(), query),
              partial.where().stream().flatMap(condition -> relations(condition, query)));
      case Expression.Total total -> relations(total.figure(), query);
      case Expression.Previous previous -> relations(previous.figure(), query);
      case Expression.Answer ignored -> Stream.empty();
      case Expression.Different different -> relations(different.of(), query);
      case Expression.Ratio ratio ->
          Stream.concat(relations(ratio.of(), query), relations(ratio.by(), query));
      case Expression.Difference difference ->
          Stream.concat(relations(difference.of(), query), relations(difference.less(), query));
    };
  }
}
