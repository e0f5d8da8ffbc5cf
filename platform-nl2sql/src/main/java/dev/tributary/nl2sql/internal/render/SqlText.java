package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes queries as SQL. Equal queries give equal text. */
public final class SqlText {
  private final Dialect dialect;
  private final Set<Relation> apart;

  /**
   * Prepares.
   *
   * @param dialect whose SQL to write
   */
  public SqlText(Dialect dialect) {
    this(dialect, Set.of());
  }

  private SqlText(Dialect dialect, Set<Relation> apart) {
    this.dialect = dialect;
    this.apart = apart;
  }

  /**
   * A query as SQL.
   *
   * @param query the query
   * @return one statement
   */
  public String of(Query query) {
    return new SqlText(dialect, Instances.apart(query)).statement(query);
  }

  private String statement(Query query) {
    Labels labels = new Labels(query);
    return written(
        query,
        expression ->
            selected(expression)
                + labels.of(expression).map(label -> " AS " + dialect.name(label)).orElse(""));
  }

  private String inner(Query query) {
    return written(query, this::selected);
  }

  private String written(Query query, Function<Expression, String> selected) {
    List<String> parts = new ArrayList<>();
    parts.add("SELECT " + (query.distinct() ? "DISTINCT " : "") + list(query.select(), selected));
    parts.add("FROM " + from(query));
    if (!query.where().isEmpty()) {
      parts.add("WHERE " + all(query.where()));
    }
    if (!query.groupBy().isEmpty()) {
      parts.add("GROUP BY " + list(query.groupBy(), this::selected));
    }
    if (!query.having().isEmpty()) {
      parts.add("HAVING " + all(query.having()));
    }
    if (!query.orderBy().isEmpty()) {
      parts.add("ORDER BY " + list(query.orderBy(), this::order));
    }
    if (query.limit() > 0) {
      parts.add("LIMIT " + query.limit());
    }
    Query.Also also = query.also();
    if (also != null) {
      parts.add(also.combination() + " " + inner(also.query()));
    }
    return String.join(" ", parts);
  }

  private String from(Query query) {
    Set<Relation> present = new HashSet<>(Set.of(query.from()));
    StringBuilder text = new StringBuilder(table(query.from()));
    for (Reference join : query.joins()) {
      Relation added =
          present.contains(join.from().relation()) ? join.to().relation() : join.from().relation();
      present.add(added);
      text.append(" JOIN ").append(table(added)).append(" ON ");
      text.append(column(join.from())).append(" = ").append(column(join.to()));
    }
    return text.toString();
  }

  private String order(Query.Order order) {
    return expression(order.by()) + (order.descending() ? " DESC" : " ASC");
  }

  private String selected(Expression expression) {
    return expression instanceof Expression.Values values
        ? column(values.attribute())
        : expression(expression);
  }

  private String expression(Expression expression) {
    return switch (expression) {
      case Expression.Values values -> measure(values.attribute());
      case Expression.Span span -> dialect.span(moment(span.of()), span.period());
      case Expression.Figure figure -> figure(figure);
      case Expression.Partial partial -> partial(partial);
      case Expression.Total total -> "SUM(" + figure(total.figure()) + ") OVER ()";
      case Expression.Previous previous -> previous(previous);
      case Expression.Lasting lasting ->
          lasting.function()
              + "("
              + dialect.lasting(moment(lasting.from()), moment(lasting.to()), lasting.hours())
              + ")";
      case Expression.Answer answer -> "(" + inner(answer.query()) + ")";
      case Expression.Different different -> "COUNT(DISTINCT " + selected(different.of()) + ")";
      case Expression.Difference difference ->
          "(" + expression(difference.of()) + " - " + expression(difference.less()) + ")";
      case Expression.Ratio ratio ->
          (ratio.percent() ? "100.0 * " : "1.0 * ")
              + expression(ratio.of())
              + " / NULLIF("
              + expression(ratio.by())
              + ", 0)";
    };
  }

  private String figure(Expression.Figure figure) {
    Attribute of = figure.of();
    if (of == null) {
      return "COUNT(*)";
    }
    boolean count = figure.function() == Expression.Function.COUNT;
    String column = count ? column(of) : measure(of);
    return figure.function() + "(" + (figure.distinct() ? "DISTINCT " : "") + column + ")";
  }

  private String previous(Expression.Previous previous) {
    String within =
        previous.within().isEmpty()
            ? ""
            : "PARTITION BY " + list(previous.within(), this::selected) + " ";
    String order = "ORDER BY " + expression(previous.span());
    return "LAG(" + figure(previous.figure()) + ") OVER (" + within + order + ")";
  }

  private String moment(Attribute time) {
    String column = column(time);
    return switch ((int) time.ticks()) {
      case 0 -> time.zoned() ? column + " AT TIME ZONE 'UTC'" : column;
      case 1 -> dialect.sinceEpoch(column);
      default -> dialect.sinceEpoch(column + " / " + time.ticks());
    };
  }

  private String partial(Expression.Partial partial) {
    Expression.Figure figure = partial.figure();
    String value = figure.of() == null ? "1" : measure(figure.of());
    return figure.function()
        + (figure.distinct() ? "(DISTINCT CASE WHEN " : "(CASE WHEN ")
        + all(partial.where())
        + " THEN "
        + value
        + " END)";
  }

  private String measure(Attribute attribute) {
    String column = column(attribute);
    return attribute.numberAsText() ? dialect.number(column) : column;
  }

  private String all(List<Condition> conditions) {
    return conditions.stream().map(this::condition).collect(Collectors.joining(" AND "));
  }

  private String condition(Condition condition) {
    return switch (condition) {
      case Condition.Comparison comparison -> comparison(comparison);
      case Condition.Like like ->
          dialect.like(column(like.attribute()), like.pattern(), like.negated());
      case Condition.Missing missing ->
          column(missing.attribute()) + (missing.missing() ? " IS NULL" : " IS NOT NULL");
      case Condition.Among among ->
          column(among.attribute())
              + (among.negated() ? " NOT IN (" : " IN (")
              + inner(among.query())
              + ")";
      case Condition.Matched matched ->
          "(" + list(matched.of(), this::expression) + ") IN (" + inner(matched.query()) + ")";
      case Condition.Both both ->
          both.parts().stream().map(this::condition).collect(Collectors.joining(" AND ", "(", ")"));
      case Condition.Either either ->
          either.choices().stream()
              .map(this::condition)
              .collect(Collectors.joining(" OR ", "(", ")"));
    };
  }

  private String comparison(Condition.Comparison comparison) {
    String left =
        comparison.right() instanceof Condition.Text
            ? selected(comparison.left())
            : expression(comparison.left());
    String right =
        switch (comparison.right()) {
          case Condition.Text text -> dialect.text(text.text());
          case Condition.Numeral number -> number.digits();
          case Condition.Truth truth -> truth.yes() ? "TRUE" : "FALSE";
          case Condition.Field field -> measure(field.attribute());
          case Condition.Result result -> "(" + inner(result.query()) + ")";
        };
    return left + " " + comparison.operator().sign() + " " + right;
  }

  /** A table, with a name of its own where other rows of it are there. */
  private String table(Relation relation) {
    return dialect.name(relation.name())
        + (apart.contains(relation) ? " AS " + dialect.name(relation.alias()) : "");
  }

  private String column(Attribute attribute) {
    Relation relation = attribute.relation();
    return dialect.name(apart.contains(relation) ? relation.alias() : relation.name())
        + "."
        + dialect.name(attribute.name());
  }

  private static <T> String list(List<T> items, Function<T, String> writer) {
    return items.stream().map(writer).collect(Collectors.joining(", "));
  }
}
