package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.words.Measure;

/** Orders rows, and keeps the first of them. */
final class Ordering {
  private final Choice choice;
  private final Plan plan;
  private final Groups groups;

  Ordering(Choice choice, Plan plan, Groups groups) {
    this.choice = choice;
    this.plan = plan;
    this.groups = groups;
  }

  void common(Part.Frequent common) {
    groups.groupBy(common.of());
    order(Figure.ROWS, common.high(), common.limit());
  }

  void utmost(Part.Utmost utmost) {
    measured(utmost.measure(), utmost.limit());
  }

  void run(Part.Run run) {
    measured(run.first(), 0);
  }

  /** Much of an age is little of a day of birth. */
  private void measured(Measure measure, int limit) {
    Attribute attribute = plan.use(choice.measured(measure));
    boolean birth = Tests.birth(attribute, measure.measures());
    order(new Expression.Values(attribute), measure.high() != birth, limit);
  }

  void extreme(Part.Extreme extreme) {
    if (extreme.of().table()) {
      Relation counted = Focus.relation(extreme.of());
      plan.relations.add(counted);
      groups.perFocus(counted);
      order(Figure.ROWS, extreme.high(), extreme.limit());
      return;
    }
    Attribute attribute = plan.use(choice.column(extreme.of()));
    if (!attribute.numeric() && !attribute.temporal()) {
      throw new Unreadable("no most of texts");
    }
    Expression by = new Expression.Values(attribute);
    if (extreme.function() != null) {
      groups.perFocus(attribute.relation());
      by = new Figure(extreme.function(), attribute, false);
    }
    order(by, extreme.high(), extreme.limit());
  }

  void sort(Part.Sort sort) {
    Mention by = sort.by();
    if (by == null && plan.select.isEmpty()) {
      throw new Unreadable("nothing to order");
    }
    if (by == null) {
      order(plan.select.get(0), sort.descending(), 0);
    } else if (by.table()) {
      Relation counted = Focus.relation(by);
      if (plan.relations.add(counted) && counted != choice.focus()) {
        groups.perFocus(counted);
      }
      order(Figure.ROWS, sort.descending(), 0);
    } else {
      Attribute attribute = plan.use(choice.column(by));
      Expression expression =
          sort.function() == null
              ? new Expression.Values(attribute)
              : new Figure(sort.function(), attribute, false);
      order(expression, sort.descending(), 0);
    }
  }

  private void order(Expression by, boolean descending, int limit) {
    plan.orderBy.add(new Query.Order(by, descending));
    if (limit > 0) {
      plan.limit = Math.max(limit, plan.limit);
    }
  }
}
