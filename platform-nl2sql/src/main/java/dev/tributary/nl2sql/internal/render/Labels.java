package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a result are called that are no columns of a table. */
final class Labels {
  private final Query query;

  Labels(Query query) {
    this.query = query;
  }

  /**
   * Such as {@code number_of_users}; nothing for a column that has a name, or that would share it.
   */
  Optional<String> of(Expression expression) {
    return label(expression)
        .filter(label ->
            query.select().stream().map(this::label).filter(Optional.of(label)::equals).count()
                == 1);
  }

  private Optional<String> label(Expression expression) {
    return switch (expression) {
      case Expression.Span span -> Optional.of(span.period().name().toLowerCase(Locale.ROOT));
      case Expression.Figure figure -> Optional.of(figure(figure));
      case Expression.Ratio(Expression.Figure of, Expression.Different by, boolean percent)
          when !percent ->
          Optional.of("average_" + figure(of));
      case Expression.Ratio ratio -> Optional.of(ratio.percent() ? "percentage" : "ratio");
      case Expression.Difference difference -> Optional.of("difference");
      case Expression.Previous previous -> Optional.of("previous_" + figure(previous.figure()));
      case Expression.Lasting lasting ->
          Optional.of(of(lasting.function()) + (lasting.hours() ? "hours" : "days"));
      case Expression.Values ignored -> Optional.empty();
      case Expression.Partial ignored -> Optional.empty();
      case Expression.Total ignored -> Optional.empty();
      case Expression.Different ignored -> Optional.empty();
      case Expression.Answer ignored -> Optional.empty();
    };
  }

  private static String of(Expression.Function function) {
    return switch (function) {
      case COUNT -> "number_of_";
      case SUM -> "total_";
      case AVG -> "average_";
      case MIN -> "least_";
      case MAX -> "greatest_";
    };
  }

  /** Countries for country, as far as endings tell. */
  private static String several(String name) {
    if (name.matches(".*[^aeiou]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return name.endsWith("s") ? name : name + (name.matches(".*(x|z|ch|sh)") ? "es" : "s");
  }

  /** What the rows are: those of the table that has one of them for each, if there is one. */
  private List<String> rows() {
    JoinTree tree = new JoinTree(query.from(), query.joins(), 0);
    return tree.relations().stream()
        .filter(relation -> !tree.fansOut(relation))
        .findFirst()
        .map(Relation::words)
        .orElse(List.of("row"));
  }

  private String figure(Expression.Figure figure) {
    Attribute of = figure.of();
    boolean counts = figure.function() == Expression.Function.COUNT;
    boolean whole = counts && of != null && of.key();
    List<String> words = of == null ? rows() : whole ? of.relation().words() : of.words();
    String name = String.join("_", words);
    String what = counts ? several(name) : name;
    String label = of(figure.function()) + (figure.distinct() && !whole ? "different_" : "") + what;
    return label.toLowerCase(Locale.ROOT);
  }
}
