package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.words.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders rows, and keeps the first of them. */
final class Ordering {
  private final Choice choice;
  private final Amounts amounts;
  private final Plan plan;
  private final Groups groups;
  private final Set<Query.Order> utmosts = new LinkedHashSet<>();

  Ordering(Choice choice, Amounts amounts, Plan plan, Groups groups) {
    this.choice = choice;
    this.amounts = amounts;
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

  /** From the oldest to the youngest; of amounts that are shown, the one. */
  void run(Part.Run run) {
    List<Expression> amounts = plan.select.stream().filter(Ordering::amount).toList();
    if (run.first().anything() && amounts.size() == 1) {
      turn(amounts.get(0), run.first().high());
      return;
    }
    Attribute measured = this.amounts.measured(run.first());
    boolean elsewhere = measured.relation() != choice.focus() && !plan.shows(measured.relation());
    if (elsewhere && amounts.size() == 1) {
      turn(amounts.get(0), run.first().high());
    } else if (elsewhere) {
      throw new Unreadable("the order of other rows");
    } else {
      boolean birth = Tests.birth(plan.use(measured), run.first().measures());
      turn(new Expression.Values(measured), run.first().high() != birth);
    }
  }

  /** Sorted by depth, the deepest first: what comes first is said after what gives the order. */
  private void turn(Expression by, boolean descending) {
    plan.orderBy.replaceAll(each -> each.by().equals(by) ? new Query.Order(by, descending) : each);
    order(by, descending, 0);
  }

  private static boolean amount(Expression shown) {
    return shown instanceof Figure
        || (shown instanceof Expression.Values(var of) && of.relation().amounts().contains(of));
  }

  /** Much of an age is little of a day of birth. */
  private void measured(Measure measure, int limit) {
    Attribute attribute = plan.use(amounts.measured(measure));
    boolean birth = Tests.birth(attribute, measure.measures());
    if (limit == 1 && ofOne(attribute.relation())) {
      theirs(attribute, measure.high() != birth);
      return;
    }
    order(new Expression.Values(attribute), measure.high() != birth, limit);
  }

  /** Towns in the largest district: rows that belong to the one that has most. */
  private boolean ofOne(Relation owner) {
    return owner != choice.focus()
        && !choice.extendedBy(owner)
        && plan.severalOf(owner)
        && plan.select.stream()
            .noneMatch(
                each -> each instanceof Expression.Values(var shown) && shown.relation() == owner);
  }

  private void theirs(Attribute attribute, boolean high) {
    if (plan.where.stream().anyMatch(each -> !(each instanceof Condition.Among))) {
      choice.doubt(0.5, "the most of " + attribute.relation() + ", or of those meant");
    }
    Function utmost = high ? Function.MAX : Function.MIN;
    plan.where.add(
        new Condition.Comparison(
            new Expression.Values(attribute), Operator.EQUAL, Tests.figure(utmost, attribute)));
  }

  /**
   * The rows that have most or least of something.
   *
   * @param extreme of what
   * @param rows whether rows are to be shown, and not just some of their columns
   */
  void extreme(Part.Extreme extreme, boolean rows) {
    if (extreme.of().table()) {
      Relation counted = Focus.relation(extreme.of());
      if (counted == choice.focus() && plan.select.stream().allMatch(this::itself)) {
        throw new Unreadable("the most of itself");
      }
      plan.relations.add(counted);
      groups.perFocus(counted);
      rank(Figure.ROWS, extreme.high(), extreme.limit(), rows);
      return;
    }
    Attribute attribute = plan.use(choice.column(extreme.of()));
    if ((!attribute.numeric() && !attribute.temporal()) || attribute.reference()) {
      throw new Unreadable("no most of texts and references");
    }
    if (!attribute.numeric() && adds(extreme.function())) {
      throw new Unreadable("no sum of times");
    }
    if (extreme.function() == null && extreme.limit() == 1 && ofOne(attribute.relation())) {
      theirs(attribute, extreme.high());
      return;
    }
    Expression by = new Expression.Values(attribute);
    if (extreme.function() != null) {
      groups.perFocus(attribute.relation());
      by = new Figure(extreme.function(), attribute, false);
    }
    rank(by, extreme.high(), extreme.limit(), rows);
  }

  private static boolean adds(@Nullable Function function) {
    return function == Function.SUM || function == Function.AVG;
  }

  /** Whether it only shows which row of the focus it is. */
  private boolean itself(Expression shown) {
    return shown instanceof Expression.Values(var of)
        && of.relation() == choice.focus()
        && (of.key() || Display.of(choice.focus()).contains(of));
  }

  /**
   * An order.
   *
   * @param sort which
   * @param rows whether rows are to be shown, and not just some of their columns
   */
  void sort(Part.Sort sort, boolean rows) {
    Mention by = sort.by();
    if (by == null && plan.select.isEmpty()) {
      throw new Unreadable("nothing to order");
    }
    if (by == null) {
      if (plan.orderBy.isEmpty()) {
        order(said(sort.function()), sort.descending(), 0);
      }
    } else if (by.table()) {
      Relation counted = Focus.relation(by);
      if (plan.relations.add(counted) && counted != choice.focus()) {
        groups.perFocus(counted);
      }
      rank(Figure.ROWS, sort.descending(), 0, rows);
    } else {
      Attribute attribute = plan.use(shown(by).orElseGet(() -> choice.column(by)));
      Expression expression =
          sort.function() == null
              ? new Expression.Values(attribute)
              : new Figure(sort.function(), attribute, false);
      rank(expression, sort.descending(), 0, rows);
    }
  }

  /** What is shown first; the one figure that is shown where the total or the count is said. */
  private Expression said(@Nullable Function function) {
    if (function == null) {
      return plan.select.get(0);
    }
    List<Expression> figures = plan.select.stream().filter(Figure.class::isInstance).toList();
    if (figures.size() != 1) {
      throw new Unreadable("the order of which figure");
    }
    return figures.get(0);
  }

  /** Of the columns words may stand for, the one that is shown. */
  private Optional<Attribute> shown(Mention by) {
    List<Attribute> shown =
        by.links().stream()
            .map(link -> ((Link.ToAttribute) link).attribute())
            .filter(attribute -> plan.select.contains(new Expression.Values(attribute)))
            .toList();
    return shown.size() == 1 ? Optional.of(shown.get(0)) : Optional.empty();
  }

  /** Several of something in their order are shown with what it is that they have most of. */
  private void rank(Expression by, boolean high, int limit, boolean rows) {
    order(by, high, limit);
    if (plan.limit > 1 && rows && !plan.select.contains(by)) {
      plan.select.add(by);
    }
  }

  private void order(Expression by, boolean descending, int limit) {
    if (plan.orderBy.stream().noneMatch(each -> each.by().equals(by))) {
      plan.orderBy.add(new Query.Order(by, descending));
    }
    if (limit > 0) {
      if (plan.limit > 0 && plan.orderBy.size() > 1) {
        choice.doubt(0.5, "the most of two things");
      }
      plan.limit = Math.max(limit, plan.limit);
      utmosts.add(new Query.Order(by, descending));
    }
  }

  /** The youngest and the oldest are no one row; their ages are the least and the greatest. */
  void settle() {
    if (utmosts.size() < 2) {
      return;
    }
    List<Expression> figures = new ArrayList<>();
    for (Query.Order utmost : utmosts) {
      if (!(utmost.by() instanceof Expression.Values(var of))
          || !plan.select.contains(utmost.by())) {
        throw new Unreadable("the most of two things");
      }
      figures.add(new Figure(utmost.descending() ? Function.MAX : Function.MIN, of, false));
    }
    boolean others =
        plan.select.stream()
            .anyMatch(shown -> utmosts.stream().noneMatch(utmost -> utmost.by().equals(shown)));
    if (others || plan.limit > 1) {
      throw new Unreadable("the most of two things");
    }
    plan.select.clear();
    plan.select.addAll(figures);
    plan.orderBy.clear();
    plan.limit = 0;
  }
}
