package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;

/** Divides a figure of all rows by how many there are of what it is averaged over. */
final class Averages {
  private final Choice choice;
  private final Plan plan;
  private final Groups groups;

  Averages(Choice choice, Plan plan, Groups groups) {
    this.choice = choice;
    this.plan = plan;
    this.groups = groups;
  }

  /** What is averaged over: rows of a table that have any, values of a column, periods. */
  Expression over(Part part) {
    return switch (part) {
      case Part.Spanned spanned -> groups.span(spanned);
      case Part.Group group when group.by().table() -> key(group.by());
      case Part.Group group -> new Expression.Values(plan.use(choice.column(group.by())));
      default -> throw new Unreadable("an average over what");
    };
  }

  private Expression key(Mention table) {
    Relation relation = Focus.relation(table);
    return relation
        .key()
        .map(key -> new Expression.Values(plan.use(key)))
        .orElseThrow(() -> new Unreadable("nothing tells rows of " + relation + " apart"));
  }

  /** Makes the one amount that is shown its mean. */
  void mean() {
    if (plan.select.size() != 1
        || !(plan.select.get(0) instanceof Expression.Values(var of))
        || !of.numeric()) {
      throw new Unreadable("a mean of what");
    }
    plan.select.set(0, new Figure(Function.AVG, of, false));
  }

  void divide(Expression over, JoinTree tree) {
    Figure figure =
        plan.select.stream()
            .filter(Figure.class::isInstance)
            .map(Figure.class::cast)
            .filter(each -> each.function() == Function.SUM || each.equals(Figure.ROWS))
            .findFirst()
            .orElseThrow(() -> new Unreadable("an average of what"));
    if (tree.fansOut(choice.focus())) {
      throw new Unreadable("an average over rows that repeat");
    }
    if (!(over instanceof Expression.Span)
        && plan.groupBy.stream().anyMatch(Expression.Span.class::isInstance)) {
      choice.doubt(0.4, "for each period, or over all of them");
    }
    Expression by = new Expression.Different(over);
    plan.select.set(plan.select.indexOf(figure), new Expression.Ratio(figure, by, false));
  }
}
