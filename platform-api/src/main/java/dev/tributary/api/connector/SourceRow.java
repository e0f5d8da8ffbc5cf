package dev.tributary.api.connector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row as the source gave it. Values are texts, or of the Java types that {@link
 * dev.tributary.api.dataset.ColumnType} names, or null. Immutable by agreement: the array is not
 * copied, so its maker must let go of it.
 */
public final class SourceRow {
  private final @Nullable Object[] values;
  private final SourcePosition position;

  private SourceRow(@Nullable Object[] values, SourcePosition position) {
    this.values = values;
    this.position = position;
  }

  /**
   * Makes a row.
   *
   * @param position where it stands in the source
   * @param values one value a column, in the order of the schema
   * @return the row
   */
  @SuppressWarnings("ArrayAsVarargs")
  public static SourceRow of(SourcePosition position, @Nullable Object... values) {
    return new SourceRow(values, position);
  }

  /**
   * The value of a column.
   *
   * @param index the column's index in the schema
   * @return the value, or null
   */
  public @Nullable Object value(int index) {
    return values[index];
  }

  /**
   * How many values there are.
   *
   * @return the number of values
   */
  public int width() {
    return values.length;
  }

  /**
   * Where the row stands in its source.
   *
   * @return the position
   */
  public SourcePosition position() {
    return position;
  }

  @Override
  public String toString() {
    return position + " " + Arrays.toString(values);
  }
}
