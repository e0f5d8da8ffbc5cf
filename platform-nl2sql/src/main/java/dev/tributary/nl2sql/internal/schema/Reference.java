package dev.tributary.nl2sql.internal.schema;

/**
 * A column whose values are found in another column.
 *
 * @param from the column that points
 * @param to the column it points at
 * @param declared whether the database says so
 */
public record Reference(Attribute from, Attribute to, boolean declared) {
  /** Whether it touches a table. */
  public boolean touches(Relation relation) {
    return from.relation() == relation || to.relation() == relation;
  }

  /** Whether it leads from a table to itself, or another one leads between the same two. */
  boolean rivals(Reference other) {
    return from.relation() == to.relation()
        || (other.from() != from
            && other.from().relation() == from.relation()
            && other.to().relation() == to.relation());
  }

  /** The table at the other end. */
  public Relation other(Relation relation) {
    return from.relation() == relation ? to.relation() : from.relation();
  }

  /** Its column in a table at one of its ends. */
  public Attribute end(Relation relation) {
    return from.relation() == relation ? from : to;
  }
}
