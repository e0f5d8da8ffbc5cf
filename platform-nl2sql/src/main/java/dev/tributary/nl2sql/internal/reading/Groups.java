package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Period;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.ArrayList;
import java.util.List;

/** Groups rows by what figures are made for. */
final class Groups {
  private final Draft draft;
  private final Choice choice;
  private final Plan plan;

  Groups(Draft draft, Choice choice, Plan plan) {
    this.draft = draft;
    this.choice = choice;
    this.plan = plan;
  }

  /** Groups by what is shown, so that rows of another table can be counted for each. */
  void perFocus(Relation other) {
    boolean several = other != choice.focus() && !plan.leadsTo(other);
    if (several && choice.focus().key().isPresent() && entities()) {
      plan.group(choice.focus().key().get());
      return;
    }
    for (Expression each : plan.select) {
      if (!(each instanceof Figure)) {
        plan.group(each);
      }
    }
    if (plan.groupBy.isEmpty()) {
      throw new Unreadable("nothing to count for");
    }
  }

  /** Whether rows of the focus are shown, and not just values that may occur in several. */
  private boolean entities() {
    List<Attribute> display = Display.of(choice.focus());
    return Focus.mentioned(draft).contains(choice.focus())
        || (!draft.utmost() && draft.parts().stream().anyMatch(this::ofEach))
        || plan.select.stream()
            .anyMatch(each ->
                each instanceof Expression.Values values
                    && (values.attribute().key() || display.contains(values.attribute())));
  }

  /** The addresses of the incidents, where words stand between those of the two names. */
  private boolean ofEach(Part part) {
    return part instanceof Part.Item item
        && item.of().links().get(0) instanceof Link.ToAttribute(var attribute, var fit, var named)
        && named
        && attribute.relation() == choice.focus()
        && item.of().to() - item.of().from()
            > attribute.words().size() + attribute.relation().words().size();
  }

  private boolean figures() {
    return plan.select.stream().anyMatch(Expression::gathers)
        || !plan.having.isEmpty()
        || plan.orderBy.stream().anyMatch(each -> each.by() instanceof Figure);
  }

  /** The periods of time that are meant. */
  Expression.Span span(Part.Spanned spanned) {
    Attribute time = spanned.of() == null ? choice.moment(false) : choice.column(spanned.of());
    boolean day = time.column().kind() == Kind.DATE;
    if (!time.temporal() || (day && spanned.period() == Period.HOUR_OF_DAY)) {
      throw new Unreadable("no such periods of " + time);
    }
    return new Expression.Span(plan.use(time), spanned.period());
  }

  /** Groups by periods of time, which come in their order if no other is asked for. */
  void group(Part.Spanned spanned) {
    if (!figures()) {
      throw new Unreadable("periods without a figure");
    }
    Expression.Span span = span(spanned);
    plan.group(span);
    if (!plan.select.contains(span)) {
      plan.select.add(span);
    }
    if (plan.orderBy.isEmpty()) {
      plan.orderBy.add(new Query.Order(span, false));
    }
  }

  void group(Part.Group group) {
    if (!figures()) {
      if (group.by().table()) {
        choice.doubt(plan.limit > 0 ? 0.6 : 0.1, "each without a figure");
        plan.relations.add(Focus.relation(group.by()));
      } else {
        choice.weigh(1, "each without a figure");
      }
      return;
    }
    groupBy(group.by());
  }

  void groupBy(Mention by) {
    if (!by.table()) {
      Attribute attribute = choice.column(by);
      plan.group(attribute);
      if (!listed(by, attribute.relation())) {
        plan.show(attribute);
      }
      return;
    }
    Relation relation = Focus.relation(by);
    List<Attribute> display = Display.of(relation);
    if (!plan.shows(relation)) {
      if (plan.select.stream().anyMatch(Expression.Values.class::isInstance)) {
        choice.weigh(0.1, "shows " + relation + " too");
      }
      if (display.isEmpty()) {
        relation.key().ifPresentOrElse(plan::show, () -> fail(relation));
      }
      display.forEach(plan::show);
    }
    relation.key().ifPresentOrElse(plan::group, () -> display.forEach(plan::group));
  }

  /** Whether it is said, after what makes the groups, what of the table is to be shown. */
  private boolean listed(Mention by, Relation relation) {
    return plan.shows(relation)
        && draft.parts().stream()
            .anyMatch(part ->
                part instanceof Part.Item item
                    && item.function() == null
                    && item.of().from() > by.to() + 2);
  }

  private static void fail(Relation relation) {
    throw new Unreadable("nothing tells rows of " + relation + " apart");
  }

  /** Values shown beside a figure are what the figure is made for. */
  void figuresByValues() {
    boolean figures = plan.select.stream().anyMatch(Expression::gathers);
    if (figures && !plan.groupBy.isEmpty()) {
      groupTheRest();
    }
    boolean ordered = plan.orderBy.stream().anyMatch(each -> each.by() instanceof Figure);
    if (ordered && !figures && plan.groupBy.isEmpty()) {
      perShown();
    }
    if (!figures || !plan.groupBy.isEmpty()) {
      return;
    }
    List<Attribute> values = new ArrayList<>();
    for (Expression each : plan.select) {
      if (each instanceof Expression.Values shown) {
        values.add(shown.attribute());
      }
    }
    if (values.isEmpty() || utmostRow()) {
      return;
    }
    Relation owner = values.get(0).relation();
    boolean one = values.stream().allMatch(value -> value.relation() == owner);
    boolean counted = plan.relations.size() > 1;
    List<Attribute> display = Display.of(owner);
    boolean entity =
        Focus.named(draft).contains(owner)
            || values.stream().anyMatch(value -> value.key() || display.contains(value));
    if (one && counted && entity && owner.key().isPresent()) {
      plan.group(owner.key().get());
    } else {
      values.forEach(plan::group);
      if (!plan.counts) {
        choice.doubt(0.6, "a figure beside values");
      }
    }
  }

  /** A figure that only gives the order is made for each of what is shown. */
  private void perShown() {
    boolean entities = plan.relations.size() > 1 && choice.focus().key().isPresent() && entities();
    if (entities) {
      plan.group(choice.focus().key().get());
    } else {
      plan.select.forEach(plan::group);
    }
  }

  /** The least or greatest of something, with what else its row says. */
  private boolean utmostRow() {
    List<Figure> figures =
        plan.select.stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
    if (figures.isEmpty()) {
      return false;
    }
    Figure only = figures.get(0);
    boolean least = only.function() == Expression.Function.MIN;
    boolean greatest = only.function() == Expression.Function.MAX;
    boolean free = plan.orderBy.isEmpty() && plan.having.isEmpty() && plan.limit == 0;
    if (figures.size() > 1 || !(least || greatest) || !free || only.of() == null) {
      return false;
    }
    Expression value = new Expression.Values(only.of());
    plan.select.remove(value);
    plan.select.replaceAll(each -> each.equals(only) ? value : each);
    plan.orderBy.add(new Query.Order(value, greatest));
    plan.limit = 1;
    return true;
  }

  /** By country and segment: what is shown and not told by the groups makes groups as well. */
  private void groupTheRest() {
    for (Expression each : List.copyOf(plan.select)) {
      if (each instanceof Expression.Values(var attribute)) {
        boolean told =
            plan.groupBy.stream()
                .anyMatch(group ->
                    group instanceof Expression.Values(var by)
                        && by.key()
                        && by.relation() == attribute.relation());
        if (!told) {
          plan.group(attribute);
        }
      }
    }
  }
}
