package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A query in the making. Not thread-safe. */
final class Plan {
  final List<Expression> select = new ArrayList<>();
  final List<Condition> where = new ArrayList<>();
  final List<Expression> groupBy = new ArrayList<>();
  final List<Condition> having = new ArrayList<>();
  final List<Query.Order> orderBy = new ArrayList<>();
  final Set<Relation> relations = new LinkedHashSet<>();
  private final Set<Relation> contexts = new LinkedHashSet<>();
  boolean distinct;
  boolean counts;
  boolean whole;
  int limit;

  private final Schema schema;
  private final Choice choice;

  Plan(Schema schema, Choice choice) {
    this.schema = schema;
    this.choice = choice;
  }

  /** The question is about rows of a table, though nothing may be said of them. */
  void about(Relation relation) {
    if (relations.add(relation)) {
      contexts.add(relation);
    }
  }

  /** Rows whose part is told need not be there once more. */
  private void leaveOutTwins() {
    contexts.removeIf(each -> !relations.contains(each));
    for (Relation context : contexts) {
      boolean told =
          relations.stream().anyMatch(each -> each != context && each.base() == context.base());
      if (told && context != choice.focus()) {
        relations.remove(context);
      } else if (context.base() != context) {
        choice.doubt(0.7, "what " + context + " is about");
      }
    }
  }

  Attribute use(Attribute attribute) {
    contexts.remove(attribute.relation());
    relations.add(attribute.relation());
    return attribute;
  }

  /** Whether a column is shown, compared or grouped by. */
  boolean uses(Attribute attribute) {
    Expression values = new Expression.Values(attribute);
    return select.contains(values)
        || groupBy.contains(values)
        || where.stream()
            .anyMatch(each ->
                (each instanceof Condition.Comparison it && it.left().equals(values))
                    || (each instanceof Condition.Among among && among.attribute() == attribute));
  }

  void show(Attribute attribute) {
    Expression values = new Expression.Values(use(attribute));
    if (!select.contains(values)) {
      select.add(values);
    }
  }

  boolean shows(Relation relation) {
    return select.stream()
        .anyMatch(each ->
            each instanceof Expression.Values values && values.attribute().relation() == relation);
  }

  void group(Attribute attribute) {
    group(new Expression.Values(use(attribute)));
  }

  void group(Expression by) {
    if (!groupBy.contains(by)) {
      groupBy.add(by);
    }
  }

  /** Whether each row of the focus has at most one row of another table. */
  boolean leadsTo(Relation other) {
    return JoinTree.connect(schema, choice.focus(), List.of(other), choice::cued)
        .filter(tree -> !tree.fansOut(choice.focus()))
        .isPresent();
  }

  /** Whether each row of the focus may have several rows of another table. */
  boolean severalTo(Relation other) {
    return other != choice.focus() && !leadsTo(other);
  }

  /** Whether a row of another table may have several rows of the focus. */
  boolean severalOf(Relation other) {
    return JoinTree.connect(schema, other, List.of(choice.focus()), choice::cued)
        .filter(tree -> tree.fansOut(other))
        .isPresent();
  }

  /** A condition that may be an alternative to the one before. */
  void test(Condition condition, boolean or) {
    add(where, condition, or);
  }

  static void add(List<Condition> all, Condition condition, boolean or) {
    if (or && !all.isEmpty()) {
      Condition last = all.remove(all.size() - 1);
      List<Condition> choices = new ArrayList<>();
      if (last instanceof Condition.Either either) {
        choices.addAll(either.choices());
      } else {
        choices.add(last);
      }
      choices.add(condition);
      all.add(new Condition.Either(choices));
    } else {
      all.add(condition);
    }
  }

  /** Rows that play no part are not those that play one. */
  private int fitness(Reference reference) {
    boolean taken =
        schema.roles().stream()
            .anyMatch(
                role -> role.reference().equals(reference) && relations.contains(role.player()));
    return taken ? -1 : choice.cued(reference);
  }

  JoinTree tree() {
    leaveOutTwins();
    Relation root = choice.focus();
    if (!relations.contains(root) && !relations.isEmpty()) {
      root = relations.iterator().next();
    }
    JoinTree tree =
        JoinTree.connect(schema, root, relations, this::fitness)
            .orElseThrow(() -> new Unreadable("tables that do not hang together"));
    if (tree.rivals() > 0) {
      choice.doubt(0.6 * tree.rivals(), "several ways to join");
    }
    return tree;
  }

  /** A sum or mean is made of each row once, however many others it meets. */
  JoinTree gathered(JoinTree tree) {
    Set<Relation> owners = new LinkedHashSet<>();
    boolean sums = false;
    for (Expression each : select) {
      if (!(each instanceof Expression.Figure figure) || figure.of() == null) {
        return tree;
      }
      owners.add(figure.of().relation());
      sums |= figure.function() == Function.SUM || figure.function() == Function.AVG;
    }
    Relation owner = owners.size() == 1 ? owners.iterator().next() : choice.focus();
    boolean plain = groupBy.isEmpty() && orderBy.isEmpty() && owners.size() == 1;
    if (!plain || !sums || owner.key().isEmpty() || !tree.fansOut(owner)) {
      return tree;
    }
    Attribute key = owner.key().get();
    List<Expression> figures = List.copyOf(select);
    select.clear();
    select.add(new Expression.Values(key));
    Query rows = query(tree);
    select.clear();
    select.addAll(figures);
    where.clear();
    where.add(new Condition.Among(key, rows, false));
    return new JoinTree(owner, List.of(), 0);
  }

  Query query(JoinTree tree) {
    List<Condition> once = where.stream().distinct().toList();
    return new Query(
        select, distinct, tree.root(), tree.joins(), once, groupBy, having, orderBy, limit, null);
  }

  /** Whether rows of the focus, and of no other table, are counted beside values of theirs. */
  boolean beside(Relation counted) {
    return counted == choice.focus()
        && relations.stream().allMatch(counted::equals)
        && select.stream().anyMatch(Expression.Values.class::isInstance);
  }
}
