package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tests rows of the focus by the rows of other tables that belong to them. */
final class Membership {
  private final Schema schema;
  private final Choice choice;

  Membership(Schema schema, Choice choice) {
    this.schema = schema;
    this.choice = choice;
  }

  /**
   * The key of the focus is, or is not, among those that rows of other tables point at.
   *
   * @param relations the other tables
   * @param where what their rows must fulfil
   * @param having what the rows that belong to one row of the focus must fulfil together
   * @param negated whether it must not be among them
   */
  Condition among(
      Collection<Relation> relations,
      List<Condition> where,
      @Nullable Condition having,
      boolean negated) {
    JoinTree tree = tree(relations);
    List<Reference> touching =
        tree.joins().stream().filter(join -> join.touches(choice.focus())).toList();
    if (touching.size() != 1) {
      throw new Unreadable("several things at once");
    }
    Reference first = touching.get(0);
    Relation start = first.other(choice.focus());
    Attribute inner = first.end(start);
    List<Condition> all = new ArrayList<>(where);
    if (negated && inner.column().profile().nulls() != 0) {
      all.add(new Condition.Missing(inner, false));
    }
    Query query =
        new Query(
            List.of(new Expression.Values(inner)),
            false,
            start,
            tree.joins().stream().filter(join -> !join.equals(first)).toList(),
            all,
            having == null ? List.of() : List.of(new Expression.Values(inner)),
            having == null ? List.of() : List.of(having),
            List.of(),
            0,
            null);
    Attribute outer = first.end(choice.focus());
    Condition among = new Condition.Among(outer, query, negated);
    boolean nullable = outer.column().profile().nulls() != 0;
    return negated && nullable
        ? new Condition.Either(List.of(new Condition.Missing(outer, true), among))
        : among;
  }

  /**
   * A kind of rows is none of those that rows of other tables belong to.
   *
   * @param kind the column of the focus that tells the kinds
   * @param relations the other tables
   * @param where what their rows must fulfil
   */
  Condition without(Attribute kind, Collection<Relation> relations, List<Condition> where) {
    Optional<Attribute> theirs = relations.size() == 1 ? same(kind, relations) : Optional.empty();
    Attribute inner = theirs.orElse(kind);
    List<Reference> joins = theirs.isPresent() ? List.of() : tree(relations).joins();
    List<Condition> all = new ArrayList<>(where);
    if (inner.column().profile().nulls() != 0) {
      all.add(new Condition.Missing(inner, false));
    }
    Query query =
        new Query(
            List.of(new Expression.Values(inner)),
            false,
            inner.relation(),
            joins,
            all,
            List.of(),
            List.of(),
            List.of(),
            0,
            null);
    return new Condition.Among(kind, query, true);
  }

  /** The country of telescopes, where that of astronomers is asked for. */
  private static Optional<Attribute> same(Attribute kind, Collection<Relation> relations) {
    return relations.stream()
        .flatMap(relation -> relation.attributes().stream())
        .filter(each -> each.words().equals(kind.words()) && !each.numeric())
        .findFirst();
  }

  private JoinTree tree(Collection<Relation> relations) {
    JoinTree tree =
        JoinTree.connect(schema, choice.focus(), relations, choice::cued)
            .orElseThrow(() -> new Unreadable("tables that do not hang together"));
    if (tree.rivals() > 0) {
      choice.doubt(0.6 * tree.rivals(), "several ways to join");
    }
    return tree;
  }
}
