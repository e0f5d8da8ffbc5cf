package dev.tributary.ingest.internal.mapping;

import org.jspecify.annotations.Nullable;

/** What a mapping made of a row. */
public sealed interface RowOutcome {

  /**
   * The row fits.
   *
   * @param values its values in the order of the dataset's columns; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Accepted(@Nullable Object[] values) implements RowOutcome {}

  /**
   * The row does not fit.
   *
   * @param reason a stable code in lower case
   * @param column the dataset's column at fault
   * @param message what is wrong, with the value, and what to do
   */
  record Refused(String reason, String column, String message) implements RowOutcome {}
}
