package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.ArrayList;
import java.util.List;

/** Keeps of each group the rows that have the most or least of something, all that have as much. */
final class Bests {
  private final Choice choice;
  private final Plan plan;
  private final List<Expression> keys = new ArrayList<>();

  Bests(Choice choice, Plan plan) {
    this.choice = choice;
    this.plan = plan;
  }

  /** Whether one row, the first in the order of an amount, is to be shown of each group. */
  boolean asked() {
    return plan.limit == 1
        && plan.orderBy.size() == 1
        && plan.orderBy.get(0).by() instanceof Expression.Values
        && plan.groupBy.isEmpty()
        && plan.having.isEmpty()
        && !plan.select.isEmpty()
        && plan.select.stream().allMatch(Expression.Values.class::isInstance);
  }

  /** The customer with the highest total of each country is not the first of all customers. */
  void ofFigures(List<Part.Group> groups) {
    if (!groups.isEmpty() && plan.limit == 1 && !plan.groupBy.isEmpty()) {
      throw new Unreadable("the most of each by a figure");
    }
  }

  /** Tells what makes a group, and shows it. */
  void of(Part.Group group) {
    Mention by = group.by();
    if (!by.table()) {
      Expression key = new Expression.Values(plan.use(choice.column(by)));
      keys.add(key);
      if (!plan.select.contains(key)) {
        plan.select.add(key);
      }
      return;
    }
    Relation relation = Focus.relation(by);
    if (relation == choice.focus()) {
      throw new Unreadable("the most of each itself");
    }
    keys.add(
        relation
            .key()
            .map(key -> new Expression.Values(plan.use(key)))
            .orElseThrow(() -> new Unreadable("nothing tells rows of " + relation + " apart")));
    if (!plan.shows(relation)) {
      Display.of(relation).forEach(plan::show);
    }
  }

  /** Keeps the rows, once it is known how they hang together. */
  void keep(JoinTree tree) {
    if (keys.isEmpty()) {
      return;
    }
    Query.Order order = plan.orderBy.get(0);
    Expression.Values amount = (Expression.Values) order.by();
    if (plan.severalTo(amount.attribute().relation())) {
      choice.doubt(0.6, "the most of one row, or of all that belong to one");
    }
    Function utmost = order.descending() ? Function.MAX : Function.MIN;
    List<Expression> columns = new ArrayList<>(keys);
    columns.add(new Figure(utmost, amount.attribute(), false));
    Query bests =
        new Query(
            columns,
            false,
            tree.root(),
            tree.joins(),
            plan.where,
            keys,
            List.of(),
            List.of(),
            0,
            null);
    List<Expression> values = new ArrayList<>(keys);
    values.add(amount);
    plan.where.add(new Condition.Matched(values, bests));
    plan.orderBy.clear();
    plan.limit = 0;
    choice.doubt(0.1, "the most of each");
  }
}
