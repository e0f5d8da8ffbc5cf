package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves out the rows for which something is the case. */
final class Exclusion {
  private final Schema schema;
  private final Choice choice;
  private final Tests tests;

  Exclusion(Schema schema, Choice choice, Tests tests) {
    this.schema = schema;
    this.choice = choice;
    this.tests = tests;
  }

  void add(List<Part> parts, Plan plan, boolean but) {
    Set<Relation> relations = new LinkedHashSet<>();
    List<Tests.Tested> tested = new ArrayList<>();
    for (Part part : parts) {
      Mention table = Parts.table(part);
      if (table != null) {
        relations.add(Focus.relation(table));
        choice.near(Focus.relation(table));
      }
      Tests.Tested test = tests.of(part, false);
      if (test != null) {
        tested.add(test);
        relations.add(test.attribute().relation());
      }
    }
    choice.near(null);
    boolean itself = parts.stream().map(Parts::table).anyMatch(this::focus);
    relations.remove(choice.focus());
    if (relations.isEmpty()) {
      if (itself) {
        choice.weigh(0.6, "rows of " + choice.focus() + " without rows of it");
      }
      negate(parts, plan);
    } else if (but && kinds(plan)) {
      Attribute kind = ((Expression.Values) plan.select.get(0)).attribute();
      plan.distinct = true;
      plan.where.add(new Membership(schema, choice).without(kind, relations, where(tested)));
    } else {
      plan.where.add(new Membership(schema, choice).among(relations, where(tested), null, true));
    }
  }

  /** Countries with customers but without any order: whether kinds of rows are asked for. */
  private boolean kinds(Plan plan) {
    return plan.select.size() == 1
        && plan.limit == 0
        && plan.groupBy.isEmpty()
        && plan.orderBy.isEmpty()
        && plan.select.get(0) instanceof Expression.Values(var kind)
        && kind.relation() == choice.focus()
        && kind.column().kind() == Kind.TEXT
        && !kind.unique()
        && !kind.reference()
        && !Display.of(kind.relation()).contains(kind);
  }

  /** But no, but not. */
  static boolean but(List<Part> parts) {
    int not = parts.indexOf(new Part.Not());
    return not > 0 && parts.get(not - 1) instanceof Part.Still;
  }

  private boolean focus(@Nullable Mention table) {
    return table != null && Focus.relation(table) == choice.focus();
  }

  /** What is said of the row itself is turned round, one test only. */
  private void negate(List<Part> parts, Plan plan) {
    List<Tests.Tested> negated = new ArrayList<>();
    for (Part part : parts) {
      Tests.Tested test = tests.of(part, true);
      if (test != null) {
        negated.add(test);
      }
    }
    if (negated.isEmpty()) {
      throw new Unreadable("a no without a what");
    }
    negated.forEach(test -> plan.test(test.condition(), false));
  }

  private static List<Condition> where(List<Tests.Tested> tested) {
    List<Condition> where = new ArrayList<>();
    for (Tests.Tested test : tested) {
      if (test.or() && !where.isEmpty()) {
        Condition last = where.remove(where.size() - 1);
        where.add(new Condition.Either(List.of(last, test.condition())));
      } else {
        where.add(test.condition());
      }
    }
    return where;
  }
}
