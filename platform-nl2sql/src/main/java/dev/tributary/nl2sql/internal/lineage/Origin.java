package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a result is made of.
 *
 * @param table the table it is read from; null if unknown or several
 * @param column the column it is made of; null if unknown, several or none
 * @param operation what was done with it
 */
public record Origin(@Nullable DataTable table, @Nullable DataColumn column, Operation operation) {
  /** Nothing is known. */
  public static final Origin UNKNOWN = new Origin(null, null, Operation.OTHER);

  Origin with(Operation other) {
    return new Origin(table, column, other);
  }

  /** The unit of the values; empty for none. */
  public String unit() {
    if (operation == Operation.PERCENTAGE) {
      return "%";
    }
    boolean kept =
        operation.keepsValues() || operation == Operation.SUM || operation == Operation.AVERAGE;
    return kept && column != null ? column.unit() : "";
  }
}
