package dev.tributary.nl2sql.internal.query;

import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query, before any dialect.
 *
 * @param select the columns of the result
 * @param distinct whether equal rows appear once
 * @param from the first table
 * @param joins the references that bring in the others, each touching a table before it
 * @param where what rows must fulfil
 * @param groupBy what rows are grouped by
 * @param having what groups must fulfil
 * @param orderBy the order
 * @param limit how many rows; 0 for all
 * @param also a query whose rows these are combined with; null for none
 */
public record Query(
    List<Expression> select,
    boolean distinct,
    Relation from,
    List<Reference> joins,
    List<Condition> where,
    List<Expression> groupBy,
    List<Condition> having,
    List<Order> orderBy,
    int limit,
    @Nullable Also also) {
  /** Copies the lists. */
  public Query {
    select = List.copyOf(select);
    joins = List.copyOf(joins);
    where = List.copyOf(where);
    groupBy = List.copyOf(groupBy);
    having = List.copyOf(having);
    orderBy = List.copyOf(orderBy);
  }

  /**
   * What rows are ordered by.
   *
   * @param by the values or figure
   * @param descending whether the greatest comes first
   */
  public record Order(Expression by, boolean descending) {}

  /**
   * A second query.
   *
   * @param combination how the rows are combined
   * @param query the query
   */
  public record Also(Combination combination, Query query) {}

  /** How the rows of two queries are combined. */
  public enum Combination {
    /** Rows of both. */
    INTERSECT,
    /** Rows of the first that are not in the second. */
    EXCEPT,
    /** Rows of either. */
    UNION
  }
}
