package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a result are called that are no columns of a table. */
final class Labels {
  private final Query query;

  Labels(Query query) {
    this.query = query;
  }

  /** Such as {@code number_of_users}; nothing for a column that has a name. */
  Optional<String> of(Expression expression) {
    return switch (expression) {
      case Expression.Values values -> Optional.empty();
      case Expression.Span span -> Optional.of(span.period().name().toLowerCase(Locale.ROOT));
      case Expression.Figure figure -> Optional.of(figure(figure));
    };
  }

  private String figure(Expression.Figure figure) {
    Attribute of = figure.of();
    String what = String.join("_", of == null ? query.from().words() : of.words());
    String name =
        switch (figure.function()) {
              case COUNT -> "number_of_";
              case SUM -> "total_";
              case AVG -> "average_";
              case MIN -> "least_";
              case MAX -> "greatest_";
            }
            + (figure.distinct() ? "different_" : "")
            + what;
    return name.toLowerCase(Locale.ROOT);
  }
}
