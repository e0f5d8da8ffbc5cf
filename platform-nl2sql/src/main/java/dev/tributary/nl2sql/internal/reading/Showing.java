package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.List;

/** Puts into a plan what is to be shown. */
final class Showing {
  private final Choice choice;
  private final Plan plan;

  Showing(Choice choice, Plan plan) {
    this.choice = choice;
    this.plan = plan;
  }

  void show(Part.Item item) {
    if (item.distinct() && item.function() == null) {
      plan.distinct = true;
    }
    Mention of = item.of();
    if (of.table()) {
      Relation relation = Focus.relation(of);
      plan.relations.add(relation);
      if (item.function() == Function.COUNT) {
        tally();
        return;
      }
      List<Attribute> display = Display.of(relation);
      if (display.isEmpty()) {
        choice.weigh(relation.links() ? 1 : 0.1, "nothing names a row of " + relation);
        plan.whole = true;
        relation.attributes().forEach(plan::show);
      }
      display.forEach(plan::show);
      return;
    }
    Attribute attribute = plan.use(choice.column(of));
    if (item.function() == null) {
      if (plan.select.contains(new Expression.Values(attribute))) {
        choice.weigh(0.3, attribute + " is shown already");
      }
      if (attribute.reference()
          && attribute.numeric()
          && of.to() - of.from() < attribute.words().size()) {
        choice.weigh(0.35, "only the number of another row");
      }
      plan.show(attribute);
      choice.shown(attribute);
      return;
    }
    if (item.function() != Function.COUNT && !attribute.numeric() && !attribute.temporal()) {
      throw new Unreadable("no figure of texts");
    }
    boolean sum = item.function() == Function.SUM || item.function() == Function.AVG;
    if (sum && attribute.temporal() && !attribute.numeric()) {
      throw new Unreadable("no sum of days");
    }
    Figure figure = new Figure(item.function(), attribute, item.distinct());
    if (!plan.select.contains(figure)) {
      plan.select.add(figure);
    }
  }

  void lasting(Part.Lasting lasting) {
    Attribute from = plan.use(choice.column(lasting.from()));
    Attribute to = plan.use(choice.column(lasting.to()));
    if (from == to) {
      throw new Unreadable("no time between a time and itself");
    }
    plan.select.add(new Expression.Lasting(lasting.function(), from, to, lasting.hours()));
  }

  void tally() {
    if (!plan.select.contains(Figure.ROWS)) {
      plan.select.add(Figure.ROWS);
      plan.counts = true;
    }
  }
}
