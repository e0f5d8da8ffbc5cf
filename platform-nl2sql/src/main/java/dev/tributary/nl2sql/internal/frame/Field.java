package dev.tributary.nl2sql.internal.frame;

import dev.tributary.api.query.AnswerColumn;
import dev.tributary.nl2sql.internal.lineage.Operation;
import dev.tributary.nl2sql.internal.lineage.Origin;

/**
 * A column of a frame.
 *
 * @param index its place in the rows
 * @param column its name, kind and unit
 * @param role what it is for
 * @param origin what it is made of
 */
public record Field(int index, AnswerColumn column, Role role, Origin origin) {

  /** Its name. */
  public String name() {
    return column.name();
  }

  /** What was done to get it. */
  public Operation operation() {
    return origin.operation();
  }
}
