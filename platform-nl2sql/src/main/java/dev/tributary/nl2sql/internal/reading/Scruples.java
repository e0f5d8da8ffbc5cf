package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is set right, or held against a plan, once all of it is there. */
final class Scruples {
  private final Choice choice;
  private final Plan plan;

  Scruples(Choice choice, Plan plan) {
    this.choice = choice;
    this.plan = plan;
  }

  /** A figure of the rows that have the most of something is made of those rows alone. */
  void utmostOfOne() {
    boolean figures =
        !plan.select.isEmpty() && plan.select.stream().allMatch(Figure.class::isInstance);
    if (!figures || !plan.groupBy.isEmpty() || plan.limit != 1 || plan.orderBy.size() != 1) {
      return;
    }
    Query.Order order = plan.orderBy.get(0);
    if (order.by() instanceof Expression.Values values) {
      Function utmost = order.descending() ? Function.MAX : Function.MIN;
      plan.where.add(
          new Condition.Comparison(
              values, Condition.Operator.EQUAL, Tests.figure(utmost, values.attribute())));
      plan.orderBy.clear();
      plan.limit = 0;
    }
  }

  /** Of rows without a name that have the most of something, the key is enough. */
  void keyOfFirst() {
    if (plan.whole && plan.limit > 0) {
      choice
          .focus()
          .key()
          .map(Expression.Values::new)
          .filter(plan.select::contains)
          .ifPresent(key -> plan.select.retainAll(List.of(key)));
    }
  }

  /** A verb joins something; where it is akin to no name on the way, that is less certain. */
  void joined(Part.Joined verb, JoinTree tree) {
    boolean among = plan.where.stream().anyMatch(Condition.Among.class::isInstance);
    if (verb.alone() && tree.joins().isEmpty() && !among) {
      throw new Unreadable("a verb that joins nothing");
    }
    if ((verb.alone() || !among) && !akin(verb.at(), tree)) {
      choice.doubt(verb.alone() ? 0.05 : 0.3, "a verb that joins otherwise");
    }
  }

  /**
   * Whether a word of the question is akin to one in the names of the tables and columns that join.
   */
  private boolean akin(int at, JoinTree tree) {
    List<String> names = new ArrayList<>();
    tree.relations().forEach(relation -> names.addAll(relation.words()));
    tree.joins().forEach(join -> names.addAll(join.from().words()));
    return names.stream().anyMatch(word -> choice.cues().says(at, word));
  }

  /** Rows that are joined to one of another table cannot be without any. */
  void withAndWithout(JoinTree tree) {
    for (Condition condition : plan.where) {
      if (condition instanceof Condition.Among(var outer, var query, var negated)
          && negated
          && query.having().isEmpty()
          && query.where().stream().allMatch(Condition.Missing.class::isInstance)
          && query.joins().isEmpty()
          && tree.joins().stream()
              .filter(join -> join.touches(outer.relation()))
              .filter(join -> join.end(outer.relation()).equals(outer))
              .map(join -> join.other(outer.relation()).table())
              .anyMatch(query.from().table()::equals)) {
        throw new Unreadable("rows with and without one of " + query.from());
      }
    }
  }

  /** Trips led by members: where a number says who led, being on the trip is not enough. */
  void agents(JoinTree tree) {
    tree.relations().stream()
        .flatMap(relation -> relation.attributes().stream())
        .filter(attribute -> attribute.numeric() && !attribute.reference() && !attribute.key())
        .filter(attribute -> attribute.words().stream().anyMatch(choice.cues()::does))
        .filter(attribute -> tree.joins().stream().noneMatch(join -> join.from() == attribute))
        .filter(attribute -> !plan.uses(attribute))
        .findFirst()
        .ifPresent(attribute -> choice.doubt(0.5, attribute + " says who did it"));
  }

  /** Nobody asks for what the question says already. */
  void toldAndAsked() {
    for (Condition condition : plan.where) {
      if (condition instanceof Condition.Comparison told
          && told.operator() == Condition.Operator.EQUAL
          && !(told.right() instanceof Condition.Result)
          && !plan.whole
          && plan.select.contains(told.left())) {
        choice.doubt(0.8, "asks for what it says");
      }
    }
  }

  /** What is listed of rows nobody asks for is listed once each, and not where there is none. */
  void onceEach(Set<Relation> mentioned) {
    if (plan.select.size() != 1
        || plan.distinct
        || !(plan.select.get(0) instanceof Expression.Values(var attribute))) {
      return;
    }
    boolean grouped = plan.groupBy.equals(plan.select);
    if (grouped || (plan.groupBy.isEmpty() && kinds(attribute, mentioned))) {
      plan.distinct = !grouped;
      if (plan.where.stream()
          .anyMatch(each -> each instanceof Condition.Among among && among.negated())) {
        choice.doubt(0.8, "other rows may have the same " + attribute);
      }
      if (attribute.column().profile().nulls() > 0) {
        plan.where.add(new Condition.Missing(attribute, false));
      }
    }
  }

  /** Whether it tells kinds of rows apart rather than rows. */
  private boolean kinds(Attribute attribute, Set<Relation> mentioned) {
    boolean entity =
        attribute.unique()
            || attribute.reference()
            || (attribute.column().kind() != Kind.TEXT && !Times.says(attribute))
            || attribute.temporal()
            || Display.of(attribute.relation()).contains(attribute);
    if (entity || plan.limit > 0 || !plan.orderBy.isEmpty()) {
      return false;
    }
    long often = attribute.relation().table().rowCount() / 20;
    return !mentioned.contains(attribute.relation())
        || attribute.column().profile().distinct() < Math.min(often, 50);
  }

  /** Groups come in order of their first figure, the largest first; years and days in their own. */
  void largestFirst() {
    if (plan.groupBy.isEmpty() || !plan.orderBy.isEmpty() || plan.limit > 0) {
      return;
    }
    plan.select.stream()
        .filter(each -> each instanceof Expression.Values(var by) && Times.says(by))
        .findFirst()
        .ifPresentOrElse(
            time -> plan.orderBy.add(new Query.Order(time, false)),
            () ->
                plan.select.stream()
                    .filter(Expression::gathers)
                    .findFirst()
                    .ifPresent(figure -> plan.orderBy.add(new Query.Order(figure, true))));
  }

  /**
   * Rows that are shown once for each row of another table they meet; once at all if it matters
   * only that there is some such row.
   */
  void repeats(JoinTree tree, boolean some) {
    boolean values = plan.select.stream().allMatch(Expression.Values.class::isInstance);
    if (values && plan.groupBy.isEmpty() && !plan.distinct && plan.limit == 0) {
      List<Relation> shown =
          plan.select.stream()
              .map(each -> ((Expression.Values) each).attribute().relation())
              .distinct()
              .toList();
      if (shown.size() == 1 && tree.fansOut(shown.get(0))) {
        boolean ordered = plan.orderBy.stream().allMatch(order -> plan.select.contains(order.by()));
        plan.distinct = ordered;
        if (!some || !ordered) {
          choice.doubt(ordered ? 0.15 : 0.25, "rows repeat");
        }
      }
    }
  }

  /** Customers beside the total of their orders count once each, and not once for each order. */
  void countOnceEach(Relation counted, JoinTree tree) {
    int at = plan.select.indexOf(Figure.ROWS);
    boolean whole =
        plan.groupBy.stream()
            .allMatch(
                each -> each instanceof Expression.Values(var by) && by.relation() == counted);
    if (at >= 0 && whole && !plan.groupBy.isEmpty() && tree.fansOut(counted)) {
      counted.key().ifPresent(key -> plan.select.set(at, new Figure(Function.COUNT, key, true)));
    }
  }

  /** Rows that are compared in number count once in each group. */
  void countOnce(Relation counted, JoinTree tree) {
    if (tree.fansOut(counted) && counted.key().isPresent()) {
      Expression once = new Figure(Function.COUNT, counted.key().get(), true);
      plan.having.replaceAll(condition ->
          condition instanceof Condition.Comparison(var left, var operator, var right)
                  && left.equals(Figure.ROWS)
              ? new Condition.Comparison(once, operator, right)
              : condition);
    }
  }

  /** Rows of the focus count once, however many rows of other tables they meet. */
  void countOnce(JoinTree tree) {
    Relation counted = choice.focus();
    if (!tree.fansOut(counted)) {
      return;
    }
    int at = plan.select.indexOf(Figure.ROWS);
    if (at < 0) {
      throw new Unreadable("a count that is not shown");
    }
    counted.key().ifPresent(key -> plan.select.set(at, new Figure(Function.COUNT, key, true)));
  }
}
