package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import java.util.ArrayList;
import java.util.List;

/** Puts a figure of two spans of time side by side, with the change between them. */
final class Contrasts {
  private Contrasts() {}

  static void contrast(Part.Contrast contrast, Plan plan, JoinTree tree, Choice choice) {
    boolean one =
        plan.select.stream().filter(each -> !(each instanceof Expression.Values)).count() == 1;
    Figure figure =
        plan.select.stream()
            .filter(Figure.class::isInstance)
            .map(Figure.class::cast)
            .findFirst()
            .orElseThrow(() -> new Unreadable("no figure to compare"));
    if (!one || tree.fansOut(choice.focus()) || plan.limit > 0) {
      throw new Unreadable("no one figure to compare");
    }
    Attribute time = choice.moment(false);
    if (!tree.relations().contains(time.relation())) {
      throw new Unreadable("no time to compare");
    }
    Expression before = new Expression.Partial(figure, within(time, contrast.before()));
    Expression after = new Expression.Partial(figure, within(time, contrast.after()));
    int at = plan.select.indexOf(figure);
    plan.select.set(at, before);
    plan.select.add(at + 1, after);
    Expression change = new Expression.Difference(after, before);
    plan.select.add(at + 2, new Expression.Ratio(change, before, true));
  }

  /** Adds the change from period to period, in percent. */
  static void run(Part.Running running, Plan plan) {
    List<Expression> spans =
        plan.groupBy.stream().filter(Expression.Span.class::isInstance).toList();
    List<Expression> figures = plan.select.stream().filter(Figure.class::isInstance).toList();
    if (spans.size() != 1
        || figures.size() != 1
        || !(spans.get(0) instanceof Expression.Span span)
        || !(figures.get(0) instanceof Figure figure)
        || span.period() != running.period()
        || !span.period().runs()) {
      throw new Unreadable("no figure of periods to compare");
    }
    List<Expression> within = new ArrayList<>(plan.groupBy);
    within.remove(span);
    Expression before = new Expression.Previous(figure, span, within);
    Expression change = new Expression.Difference(figure, before);
    plan.select.add(new Expression.Ratio(change, before, true));
  }

  private static List<Condition> within(Attribute time, Part.Days days) {
    List<Condition> all = new ArrayList<>();
    all.add(Times.day(time, Operator.AT_LEAST, days.from()));
    all.add(Times.day(time, Operator.LESS, days.until()));
    return all;
  }
}
