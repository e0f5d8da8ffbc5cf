package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
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
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the query a draft asks, with one table taken for what it is about. Used once. */
final class Composer {
  private final Schema schema;
  private final Draft draft;
  private final Choice choice;
  private final Plan plan;
  private final Tests tests;
  private final List<Part> excluded = new ArrayList<>();
  private final List<Part.Group> groups = new ArrayList<>();
  private final boolean paired;
  private boolean counts;

  Composer(Schema schema, Set<String> cues, Draft draft, Relation focus, boolean paired) {
    this.paired = paired;
    this.schema = schema;
    this.draft = draft;
    this.choice = new Choice(schema, focus, mentioned(draft), cues);
    this.plan = new Plan(schema, choice);
    this.tests = new Tests(choice);
    weighFocus();
  }

  /** Columns are likeliest those of the table that is named next. */
  private void weighFocus() {
    Set<Relation> mentioned = mentioned(draft);
    boolean columns =
        draft.parts().stream()
            .filter(Part.Item.class::isInstance)
            .findFirst()
            .map(part -> !((Part.Item) part).of().table())
            .orElse(false);
    if (columns && !mentioned.isEmpty()) {
      boolean named =
          draft.parts().stream()
              .filter(Part.Item.class::isInstance)
              .map(part -> ((Part.Item) part).of().links().get(0))
              .anyMatch(link ->
                  link instanceof Link.ToAttribute to
                      && to.named()
                      && to.attribute().relation() == choice.focus());
      if (!mentioned.contains(choice.focus()) && !named) {
        choice.weigh(0.3, choice.focus() + " is not mentioned");
      } else if (owner() != choice.focus() && !named) {
        choice.weigh(0.15, choice.focus() + " is mentioned late");
      }
    }
  }

  /** The first table mentioned that is not just counted; of none, the first counted. */
  private @Nullable Relation owner() {
    Relation counted = null;
    for (Part part : draft.parts()) {
      Mention table = Parts.table(part);
      if (table != null && part instanceof Part.Item item && item.function() != null) {
        counted = counted == null ? relation(table) : counted;
      } else if (table != null) {
        return relation(table);
      }
    }
    return counted;
  }

  static Set<Relation> mentioned(Draft draft) {
    Set<Relation> mentioned = new LinkedHashSet<>();
    boolean not = false;
    for (Part part : draft.parts()) {
      not = part instanceof Part.Not || (not && !(part instanceof Part.Still));
      Mention mention = Parts.table(part);
      if (mention != null && !not) {
        mentioned.add(relation(mention));
      }
    }
    return mentioned;
  }

  static Relation relation(Mention mention) {
    return ((Link.ToRelation) mention.links().get(0)).relation();
  }

  Reading compose() {
    List<Part> rest = new ArrayList<>();
    boolean not = false;
    for (Part part : draft.parts()) {
      if (part instanceof Part.Not || part instanceof Part.Still) {
        not = part instanceof Part.Not;
      } else if (not && Parts.restricts(part)) {
        excluded.add(part);
      } else {
        rest.add(part);
      }
    }
    if (excluded.isEmpty() && draft.parts().stream().anyMatch(Part.Not.class::isInstance)) {
      throw new Unreadable("a no without a what");
    }
    for (Part part : rest) {
      switch (part) {
        case Part.Item item -> show(item);
        case Part.Asked asked -> plan.show(choice.asked(asked));
        case Part.Tally tally -> tally();
        default -> {}
      }
    }
    for (Part part : rest) {
      Mention table = Parts.table(part);
      if (table != null) {
        choice.near(relation(table));
      }
      take(part);
    }
    choice.near(null);
    groups.forEach(this::group);
    exclude();
    if (plan.select.isEmpty()) {
      throw new Unreadable("nothing to show");
    }
    utmostOfOne();
    JoinTree tree = plan.tree();
    figuresByValues();
    if (!paired) {
      repeats(tree);
    }
    toldAndAsked();
    if (counts && plan.groupBy.isEmpty()) {
      countOnce(tree);
    }
    Query query = plan.query(tree);
    double joins = 0.05 * tree.joins().size();
    long inferred = tree.joins().stream().filter(join -> !join.declared()).count();
    return new Reading(
        query,
        draft,
        draft.cost() + choice.cost() + joins + 0.02 * inferred,
        choice.risk(),
        choice.doubts());
  }

  private void show(Part.Item item) {
    if (item.distinct() && item.function() == null) {
      plan.distinct = true;
    }
    Mention of = item.of();
    if (of.table()) {
      Relation relation = relation(of);
      plan.relations.add(relation);
      if (item.function() == Function.COUNT) {
        plan.select.add(Figure.ROWS);
        counts = true;
        return;
      }
      List<Attribute> display = Display.of(relation);
      if (display.isEmpty()) {
        throw new Unreadable("nothing shows a row of " + relation);
      }
      display.forEach(plan::show);
      return;
    }
    Attribute attribute = plan.use(choice.column(of));
    if (item.function() == null) {
      plan.show(attribute);
      return;
    }
    if (item.function() != Function.COUNT && !attribute.numeric() && !attribute.temporal()) {
      throw new Unreadable("no figure of texts");
    }
    plan.select.add(new Figure(item.function(), attribute, item.distinct()));
  }

  private void tally() {
    if (!plan.select.contains(Figure.ROWS)) {
      plan.select.add(Figure.ROWS);
      counts = true;
    }
  }

  private void take(Part part) {
    switch (part) {
      case Part.Context context -> plan.relations.add(relation(context.table()));
      case Part.Group group -> groups.add(group);
      case Part.Extreme extreme -> extreme(extreme);
      case Part.Utmost utmost -> {
        Attribute attribute = plan.use(choice.measured(utmost.measure()));
        boolean birth = utmost.measure().measures().contains("age") && attribute.temporal();
        order(new Expression.Values(attribute), utmost.measure().high() != birth, utmost.limit());
      }
      case Part.Common common -> {
        groupBy(common.of());
        order(Figure.ROWS, common.high(), common.limit());
      }
      case Part.Counted counted -> counted(counted);
      case Part.Sort sort -> sort(sort);
      case Part.Run run -> {
        Attribute attribute = plan.use(choice.measured(run.first()));
        boolean birth = run.first().measures().contains("age") && attribute.temporal();
        order(new Expression.Values(attribute), run.first().high() != birth, 0);
      }
      case Part.Top top -> plan.limit = top.limit();
      case Part.Both pair -> throw new Unreadable("both is not read yet");
      default -> test(part);
    }
  }

  private void test(Part part) {
    Tests.Tested tested = tests.of(part, false);
    if (tested != null) {
      if (tested.or() && (plan.where.isEmpty() || !plan.having.isEmpty())) {
        throw new Unreadable("an alternative to nothing");
      }
      plan.use(tested.attribute());
      plan.test(tested.condition(), tested.or());
    }
  }

  private void order(Expression by, boolean descending, int limit) {
    plan.orderBy.add(new Query.Order(by, descending));
    if (limit > 0) {
      plan.limit = Math.max(limit, plan.limit);
    }
  }

  private void extreme(Part.Extreme extreme) {
    if (extreme.of().table()) {
      Relation counted = relation(extreme.of());
      plan.relations.add(counted);
      perFocus(counted);
      order(Figure.ROWS, extreme.high(), extreme.limit());
      return;
    }
    Attribute attribute = plan.use(choice.column(extreme.of()));
    if (!attribute.numeric() && !attribute.temporal()) {
      throw new Unreadable("no most of texts");
    }
    Expression by = new Expression.Values(attribute);
    if (extreme.function() != null) {
      perFocus(attribute.relation());
      by = new Figure(extreme.function(), attribute, false);
    }
    order(by, extreme.high(), extreme.limit());
  }

  private void counted(Part.Counted counted) {
    Relation relation = relation(counted.table());
    String digits = ((Part.Digits) counted.number()).digits();
    Condition condition =
        new Condition.Comparison(Figure.ROWS, counted.operator(), new Condition.Numeral(digits));
    boolean alone =
        draft.parts().stream()
            .filter(Part.Counted.class::isInstance)
            .map(Part.Counted.class::cast)
            .allMatch(each -> relation(each.table()) == relation);
    boolean first = !counts && plan.groupBy.isEmpty();
    if (alone && (first || !plan.having.isEmpty())) {
      plan.relations.add(relation);
      if (plan.having.isEmpty()) {
        perFocus(relation);
      }
      plan.having.add(condition);
    } else {
      plan.where.add(
          new Membership(schema, choice).among(List.of(relation), List.of(), condition, false));
    }
  }

  /** Groups by what is shown, so that rows of another table can be counted for each. */
  private void perFocus(Relation other) {
    if (other != choice.focus() && choice.focus().key().isPresent() && entities()) {
      plan.group(choice.focus().key().get());
      return;
    }
    for (Expression each : plan.select) {
      if (each instanceof Expression.Values values) {
        plan.group(values.attribute());
      }
    }
    if (plan.groupBy.isEmpty()) {
      throw new Unreadable("nothing to count for");
    }
  }

  /** Whether rows of the focus are shown, and not just values that may occur in several. */
  private boolean entities() {
    List<Attribute> display = Display.of(choice.focus());
    return mentioned(draft).contains(choice.focus())
        || plan.select.stream()
            .anyMatch(each ->
                each instanceof Expression.Values values
                    && (values.attribute().key() || display.contains(values.attribute())));
  }

  private void group(Part.Group group) {
    boolean needed =
        plan.select.stream().anyMatch(Figure.class::isInstance)
            || !plan.having.isEmpty()
            || plan.orderBy.stream().anyMatch(each -> each.by() instanceof Figure);
    if (!needed) {
      if (group.by().table()) {
        plan.relations.add(relation(group.by()));
      } else {
        choice.weigh(1, "each without a figure");
      }
      return;
    }
    groupBy(group.by());
  }

  private void groupBy(Mention by) {
    if (!by.table()) {
      Attribute attribute = choice.column(by);
      plan.group(attribute);
      plan.show(attribute);
      return;
    }
    Relation relation = relation(by);
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

  private static void fail(Relation relation) {
    throw new Unreadable("nothing tells rows of " + relation + " apart");
  }

  /** A figure of the rows that have the most of something is made of those rows alone. */
  private void utmostOfOne() {
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

  /** Nobody asks for what the question says already. */
  private void toldAndAsked() {
    for (Condition condition : plan.where) {
      if (condition instanceof Condition.Comparison told
          && told.operator() == Condition.Operator.EQUAL
          && !(told.right() instanceof Condition.Result)
          && plan.select.contains(told.left())) {
        choice.doubt(0.8, "asks for what it says");
      }
    }
  }

  /** Rows that are shown once for each row of another table they meet. */
  private void repeats(JoinTree tree) {
    boolean values = plan.select.stream().allMatch(Expression.Values.class::isInstance);
    if (values && plan.groupBy.isEmpty() && !plan.distinct && plan.limit == 0) {
      List<Relation> shown =
          plan.select.stream()
              .map(each -> ((Expression.Values) each).attribute().relation())
              .distinct()
              .toList();
      if (shown.size() == 1 && tree.fansOut(shown.get(0))) {
        choice.doubt(0.25, "rows repeat");
      }
    }
  }

  /** Values shown beside a figure are what the figure is made for. */
  private void figuresByValues() {
    boolean figures = plan.select.stream().anyMatch(Figure.class::isInstance);
    if (!figures || !plan.groupBy.isEmpty()) {
      return;
    }
    List<Attribute> values = new ArrayList<>();
    for (Expression each : plan.select) {
      if (each instanceof Expression.Values shown) {
        values.add(shown.attribute());
      }
    }
    if (values.isEmpty()) {
      return;
    }
    Relation owner = values.get(0).relation();
    boolean one = values.stream().allMatch(value -> value.relation() == owner);
    boolean counted = plan.relations.size() > 1;
    if (one && counted && owner.key().isPresent()) {
      plan.group(owner.key().get());
    } else {
      values.forEach(plan::group);
      if (!counts) {
        choice.doubt(0.5, "a figure beside values");
      }
    }
  }

  private void sort(Part.Sort sort) {
    Mention by = sort.by();
    if (by == null && plan.select.isEmpty()) {
      throw new Unreadable("nothing to order");
    }
    if (by == null) {
      order(plan.select.get(0), sort.descending(), 0);
    } else if (by.table()) {
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

  /** Rows of the focus count once, however many rows of other tables they meet. */
  private void countOnce(JoinTree tree) {
    Relation counted = choice.focus();
    if (!tree.fansOut(counted)) {
      return;
    }
    int at = plan.select.indexOf(Figure.ROWS);
    counted.key().ifPresent(key -> plan.select.set(at, new Figure(Function.COUNT, key, true)));
  }

  private void exclude() {
    if (excluded.isEmpty()) {
      return;
    }
    Exclusion exclusion = new Exclusion(schema, choice, tests);
    exclusion.add(excluded, plan);
  }
}
