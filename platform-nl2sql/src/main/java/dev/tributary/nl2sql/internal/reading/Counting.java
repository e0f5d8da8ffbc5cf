package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares how many rows of a table, or values of a column, belong to each row or group. */
final class Counting {
  private final Schema schema;
  private final Draft draft;
  private final Choice choice;
  private final Plan plan;
  private final Tests tests;
  private final Groups groups;
  private @Nullable Relation each;

  Counting(Schema schema, Draft draft, Choice choice, Plan plan, Tests tests, Groups groups) {
    this.schema = schema;
    this.draft = draft;
    this.choice = choice;
    this.plan = plan;
    this.tests = tests;
    this.groups = groups;
  }

  /** The table whose rows are counted in each group; null if there is none. */
  @Nullable Relation each() {
    return each;
  }

  /** Compares how many there are. */
  void add(Part.Counted counted, @Nullable List<Condition> side, Consumer<Part> test) {
    if (side != null) {
      side.add(membership(counted));
      return;
    }
    if (!counted.table().table()) {
      different(counted);
      return;
    }
    Relation relation = Focus.relation(counted.table());
    String digits = ((Part.Digits) counted.number()).digits();
    Condition condition =
        new Condition.Comparison(Figure.ROWS, counted.operator(), new Condition.Numeral(digits));
    boolean alone =
        draft.parts().stream()
            .filter(Part.Counted.class::isInstance)
            .map(Part.Counted.class::cast)
            .allMatch(other -> other.table().table() && Focus.relation(other.table()) == relation);
    boolean free = !plan.counts || plan.beside(relation) || tallied(relation);
    boolean first = plan.groupBy.isEmpty() && free;
    if (alone && (first || !plan.having.isEmpty())) {
      plan.relations.add(relation);
      if (plan.having.isEmpty()) {
        groups.perFocus(relation);
      }
      choice.near(relation);
      counted.which().forEach(test);
      plan.having.add(condition);
      each = relation;
    } else {
      plan.where.add(membership(counted));
    }
  }

  /** Whether how many rows of a table belong to each is shown as well. */
  private boolean tallied(Relation relation) {
    return relation != choice.focus()
        && draft.parts().stream()
            .anyMatch(part ->
                part instanceof Part.Item item
                    && item.function() == Function.COUNT
                    && item.of().table()
                    && Focus.relation(item.of()) == relation);
  }

  /** So many rows of another table belong to a row. */
  private Condition membership(Part.Counted counted) {
    if (!counted.table().table()) {
      throw new Unreadable("different values of what");
    }
    Relation relation = Focus.relation(counted.table());
    String digits = ((Part.Digits) counted.number()).digits();
    choice.near(relation);
    List<Condition> which =
        counted.which().stream().map(stored -> tests.stored(stored, false).condition()).toList();
    boolean some = counted.operator() == Condition.Operator.AT_LEAST && digits.equals("1");
    Condition rows =
        new Condition.Comparison(Figure.ROWS, counted.operator(), new Condition.Numeral(digits));
    return new Membership(schema, choice)
        .among(List.of(relation), which, some ? null : rows, false);
  }

  /** From more than one country: how many different ones the rows have that belong to each. */
  private void different(Part.Counted counted) {
    Attribute attribute = choice.several(counted.table(), plan::severalTo);
    Condition condition =
        new Condition.Comparison(
            new Figure(Function.COUNT, attribute, true),
            counted.operator(),
            new Condition.Numeral(((Part.Digits) counted.number()).digits()));
    if (attribute.relation() != choice.focus()) {
      plan.where.add(
          new Membership(schema, choice)
              .among(List.of(attribute.relation()), List.of(), condition, false));
    } else if (!plan.counts
        && plan.groupBy.isEmpty()
        && plan.having.isEmpty()
        && !plan.select.contains(new Expression.Values(attribute))) {
      groups.perFocus(attribute.relation());
      plan.having.add(condition);
    } else {
      throw new Unreadable("different values of what");
    }
  }
}
