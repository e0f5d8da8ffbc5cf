package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the query a draft asks, with one table taken for what it is about. Used once. */
final class Composer {
  private final Schema schema;
  private final Draft draft;
  private final Choice choice;
  private final Plan plan;
  private final Amounts amounts;
  private final Tests tests;
  private final Groups groups;
  private final Ordering ordering;
  private final Bests bests;
  private final Shares shares;
  private final Averages averages;
  private final Counting counting;
  private final List<Part.Contrast> contrasts = new ArrayList<>();
  private final List<Part.Running> runs = new ArrayList<>();
  private final List<Part.Joined> verbs = new ArrayList<>();
  private @Nullable Expression over;
  private final List<Part> excluded = new ArrayList<>();
  private final List<Part.Group> grouped = new ArrayList<>();
  private final List<Part.Spanned> spans = new ArrayList<>();
  private final boolean paired;

  /**
   * Makes it ready.
   *
   * @param schema all tables
   * @param cues the words of the question
   * @param draft what its phrases say
   * @param focus the table it is about
   * @param paired whether its rows will be combined with those of another query
   */
  Composer(Schema schema, Cues cues, Draft draft, Relation focus, boolean paired) {
    this.schema = schema;
    this.draft = draft;
    this.paired = paired;
    this.choice = new Choice(schema, focus, draft, cues);
    this.plan = new Plan(schema, choice);
    this.amounts = new Amounts(schema, choice);
    this.tests =
        new Tests(choice, new StoredTexts(schema, choice), amounts, new Nested(schema, choice));
    this.groups = new Groups(draft, choice, plan);
    this.ordering = new Ordering(choice, amounts, plan, groups);
    this.bests = new Bests(choice, plan);
    this.averages = new Averages(choice, plan, groups);
    this.counting = new Counting(schema, draft, choice, plan, tests, groups);
    this.shares = new Shares(draft.parts());
    Focus.weigh(draft, choice);
  }

  Reading compose() {
    List<Part> rest = included();
    show(rest);
    for (Part part : rest) {
      Mention table = Parts.table(part);
      if (table != null) {
        choice.near(Focus.relation(table), table.to());
      }
      take(part);
    }
    choice.near(null);
    if (draft.or()) {
      choice.doubt(0.5, "an alternative to nothing");
    }
    if (bests.asked()) {
      grouped.forEach(bests::of);
    } else {
      bests.ofFigures(grouped);
      grouped.forEach(groups::group);
    }
    spans.forEach(groups::group);
    fresh();
    if (!excluded.isEmpty()) {
      new Exclusion(schema, choice, tests).add(excluded, plan, Exclusion.but(draft.parts()));
    }
    if (plan.limit > 0 && plan.orderBy.isEmpty()) {
      throw new Unreadable("the first in which order");
    }
    if (plan.select.isEmpty()) {
      throw new Unreadable("nothing to show");
    }
    return reading();
  }

  /** What is new is so at some time. */
  private void fresh() {
    boolean told =
        draft.parts().stream()
            .anyMatch(part ->
                part instanceof Part.Spanned
                    || part instanceof Part.Contrast
                    || (part instanceof Part.Compared compared
                        && compared.operand() instanceof Part.Words));
    if (draft.parts().contains(new Part.Fresh()) && !told) {
      throw new Unreadable("new since when");
    }
  }

  /** The parts that are to hold; the others are put aside. */
  private List<Part> included() {
    List<Part> rest = new ArrayList<>();
    boolean not = false;
    boolean negated = false;
    for (Part part : draft.parts()) {
      if (part instanceof Part.Not || part instanceof Part.Still) {
        if (not && part instanceof Part.Not && excluded.isEmpty()) {
          throw new Unreadable("a no of a no");
        }
        not = part instanceof Part.Not;
        negated |= not;
      } else if (not && Parts.restricts(part)) {
        excluded.add(part);
      } else {
        rest.add(part);
      }
    }
    if (negated && excluded.isEmpty()) {
      throw new Unreadable("a no without a what");
    }
    return rest;
  }

  private void show(List<Part> parts) {
    Showing showing = new Showing(choice, plan);
    for (Part part : parts) {
      switch (part) {
        case Part.Item item -> showing.show(item);
        case Part.Asked asked -> plan.show(amounts.asked(asked));
        case Part.Tally tally -> showing.tally();
        case Part.Lasting lasting -> showing.lasting(lasting);
        case Part.Began began -> {
          Function utmost = began.last() ? Function.MAX : Function.MIN;
          plan.select.add(new Figure(utmost, plan.use(choice.moment(false)), false));
        }
        case Part.Spanned spanned when spanned.shown() -> plan.select.add(groups.span(spanned));
        default -> {}
      }
    }
  }

  private void take(Part part) {
    switch (part) {
      case Part.Context context -> plan.about(Focus.relation(context.table()));
      case Part.Group group when averaged() -> over = averages.over(group);
      case Part.Spanned spanned when averaged() -> over = averages.over(spanned);
      case Part.Group group -> grouped.add(group);
      case Part.Spanned spanned -> spans.add(spanned);
      case Part.Averaged averaged -> {}
      case Part.Mean mean -> averages.mean();
      case Part.Fresh fresh -> {}
      case Part.Compare compare -> {}
      case Part.Running running -> runs.add(running);
      case Part.Contrast contrast -> contrasts.add(contrast);
      case Part.Extreme extreme -> ordering.extreme(extreme, draft.lists());
      case Part.Utmost utmost -> ordering.utmost(utmost);
      case Part.Frequent common -> ordering.common(common);
      case Part.Sort sort -> ordering.sort(sort, draft.lists());
      case Part.Run run -> ordering.run(run);
      case Part.Counted counted -> counting.add(counted, shares.side(counted), this::test);
      case Part.Reckoned reckoned -> reckoned(reckoned);
      case Part.Top top -> plan.limit = top.limit();
      case Part.Share share -> {}
      case Part.Split split -> {}
      case Part.Began began -> {}
      case Part.Lasting lasting -> {}
      case Part.Joined joined -> verbs.add(joined);
      case Part.Both pair -> throw new Unreadable("both of what");
      default -> test(part);
    }
  }

  /** Whether the next groups are what a figure is averaged over. */
  private boolean averaged() {
    return over == null && draft.parts().contains(new Part.Averaged());
  }

  private void test(Part part) {
    Tests.Tested tested = tests.of(part, false);
    if (tested != null) {
      boolean stored = part instanceof Part.Stored told && choice.cues().pointsBack(told.to());
      choice.point(stored ? tested.attribute().relation() : null);
      plan.use(tested.attribute());
      if (tested.condition() instanceof Condition.Comparison comparison
          && comparison.right() instanceof Condition.Field theirs) {
        plan.use(theirs.attribute());
      }
      List<Condition> side = shares.side(part);
      if (side != null) {
        Plan.add(side, tested.condition(), tested.or());
        return;
      }
      if (tested.or() && (plan.where.isEmpty() || !plan.having.isEmpty())) {
        throw new Unreadable("an alternative to nothing");
      }
      plan.test(tested.condition(), tested.or());
    }
  }

  private void reckoned(Part.Reckoned reckoned) {
    Attribute attribute = plan.use(choice.column(reckoned.of()));
    if (!attribute.numeric() || plan.counts) {
      throw new Unreadable("no such figure of groups");
    }
    if (plan.groupBy.isEmpty()) {
      groups.perFocus(attribute.relation());
    }
    plan.having.add(
        new Condition.Comparison(
            new Figure(reckoned.function(), attribute, false),
            reckoned.operator(),
            new Condition.Numeral(reckoned.operand().digits())));
  }

  private Reading reading() {
    Scruples scruples = new Scruples(choice, plan);
    ordering.settle();
    scruples.utmostOfOne();
    scruples.keyOfFirst();
    JoinTree tree = plan.tree();
    bests.keep(tree);
    verbs.forEach(verb -> scruples.joined(verb, tree));
    scruples.withAndWithout(tree);
    scruples.agents(tree);
    groups.figuresByValues();
    new Soundness(choice, plan).check(tree);
    scruples.onceEach(Focus.named(draft));
    if (!paired) {
      boolean some =
          draft.lists()
              || draft.parts().stream()
                  .anyMatch(part -> part instanceof Part.Context context && context.some());
      scruples.repeats(tree, some);
    }
    scruples.toldAndAsked();
    if (counting.each() != null) {
      scruples.countOnce(counting.each(), tree);
    }
    if (plan.counts && plan.groupBy.isEmpty()) {
      scruples.countOnce(tree);
    }
    draft.parts().stream()
        .filter(part -> part instanceof Part.Item item && item.function() == Function.COUNT)
        .map(part -> ((Part.Item) part).of())
        .filter(Mention::table)
        .forEach(table -> scruples.countOnceEach(Focus.relation(table), tree));
    shares.divide(plan, tree, choice);
    if (over != null) {
      averages.divide(over, tree);
    } else if (averaged() || (draft.parts().contains(new Part.Compare()) && contrasts.isEmpty())) {
      throw new Unreadable("an average over what, or a comparison with what");
    }
    runs.forEach(run -> Contrasts.run(run, plan));
    contrasts.forEach(contrast -> Contrasts.contrast(contrast, plan, tree, choice));
    if (!paired) {
      scruples.largestFirst();
    }
    long inferred = tree.joins().stream().filter(join -> !join.declared()).count();
    double joins = 0.03 * tree.joins().size() + 0.02 * inferred;
    return new Reading(
        plan.query(plan.gathered(tree)),
        draft,
        draft.cost() + choice.cost() + joins,
        choice.risk(),
        choice.doubts());
  }
}
