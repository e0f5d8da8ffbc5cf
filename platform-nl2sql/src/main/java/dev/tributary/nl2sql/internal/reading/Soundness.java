package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import java.util.List;

/**
 * What a query must keep to for its rows to mean one thing: groups are ordered by what is the same
 * within each, no group is counted by what makes it, and nothing unknown is the least of all.
 */
final class Soundness {
  private final Choice choice;
  private final Plan plan;

  Soundness(Choice choice, Plan plan) {
    this.choice = choice;
    this.plan = plan;
  }

  void check(JoinTree tree) {
    if (!plan.groupBy.isEmpty()) {
      oneOfEach();
      oneRowOfEach(tree);
      List.copyOf(plan.orderBy).forEach(this::orderOfGroups);
    }
    known();
  }

  /** There is one county of each county. */
  private void oneOfEach() {
    for (Expression each : plan.select) {
      if (each instanceof Figure figure
          && figure.of() != null
          && plan.groupBy.contains(new Expression.Values(figure.of()))) {
        throw new Unreadable("a figure of what makes the groups");
      }
    }
  }

  /** There is one order for each order: to count them so says nothing. */
  private void oneRowOfEach(JoinTree tree) {
    boolean counts =
        plan.select.contains(Figure.ROWS)
            || plan.orderBy.stream().anyMatch(order -> order.by().equals(Figure.ROWS));
    boolean single =
        plan.groupBy.stream()
            .anyMatch(each ->
                each instanceof Expression.Values(var by)
                    && by.key()
                    && tree.relations().contains(by.relation())
                    && !tree.fansOut(by.relation()));
    if (counts && single) {
      throw new Unreadable("a count of one row of each");
    }
  }

  /**
   * Groups have one fee each only as a figure. The one that is shown is meant; else, beside a
   * count, the longest distance is that of each group.
   */
  private void orderOfGroups(Query.Order order) {
    if (!(order.by() instanceof Expression.Values(var attribute)) || same(attribute)) {
      return;
    }
    List<Figure> figures =
        plan.select.stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
    List<Figure> shown = figures.stream().filter(figure -> attribute.equals(figure.of())).toList();
    int at = plan.orderBy.indexOf(order);
    if (shown.size() == 1) {
      plan.orderBy.set(at, new Query.Order(shown.get(0), order.descending()));
    } else if (shown.isEmpty() && !figures.isEmpty() && plan.limit == 1) {
      Function utmost = order.descending() ? Function.MAX : Function.MIN;
      plan.select.add(new Figure(utmost, attribute, false));
      plan.orderBy.remove(at);
      plan.limit = 0;
      choice.doubt(0.1, "the most of each group");
    } else {
      throw new Unreadable("an order that groups do not have");
    }
  }

  /** Whether all rows of a group have the same of it. */
  private boolean same(Attribute attribute) {
    return plan.groupBy.contains(new Expression.Values(attribute))
        || plan.groupBy.stream().anyMatch(each -> tells(each, attribute));
  }

  private boolean tells(Expression group, Attribute attribute) {
    return group instanceof Expression.Values(var by)
        && by.key()
        && (by.relation() == attribute.relation()
            || (by.relation() == choice.focus() && plan.leadsTo(attribute.relation())));
  }

  /** Engines disagree whether what is unknown comes first; it is neither the most nor the least. */
  private void known() {
    if (plan.limit == 0) {
      return;
    }
    for (Query.Order order : plan.orderBy) {
      if (order.by() instanceof Expression.Values(var attribute)
          && attribute.column().profile().nulls() > 0
          && plan.where.stream().noneMatch(each -> each.equals(present(attribute)))) {
        plan.where.add(present(attribute));
      }
    }
  }

  private static Condition present(Attribute attribute) {
    return new Condition.Missing(attribute, false);
  }
}
