package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps rows of one shape to rows of one dataset. Thread-safe. */
public final class RowMapper {
  private final ColumnMapper[] columns;
  private final Map<String, String> origins;
  private final List<String> unused;
  private final int width;

  RowMapper(
      List<ColumnMapper> columns, Map<String, String> origins, List<String> unused, int width) {
    this.columns = columns.toArray(ColumnMapper[]::new);
    this.origins = origins;
    this.unused = List.copyOf(unused);
    this.width = width;
  }

  /**
   * Maps a row. Never throws because of what the row holds.
   *
   * @param row a row of the shape that the mapper was compiled for
   * @return its values, or why it does not fit
   */
  public RowOutcome map(SourceRow row) {
    if (row.width() != width) {
      return new RowOutcome.Refused(
          "wrong_width",
          "",
          "the row has %d values where its source has %d columns; correct the connector"
              .formatted(row.width(), width));
    }
    @Nullable Object[] values = new Object[columns.length];
    for (int index = 0; index < columns.length; index++) {
      Object value = columns[index].read(row);
      if (value instanceof Misfit misfit) {
        return columns[index].refusal(row, misfit);
      }
      values[index] = value;
    }
    return new RowOutcome.Accepted(values);
  }

  /**
   * Maps the columns of the key alone.
   *
   * @param row a row that does not fit as a whole
   * @param keyColumns the indexes of the key's columns in the dataset
   * @return their values, or null if one of them does not fit
   */
  public @Nullable Object @Nullable [] key(SourceRow row, int[] keyColumns) {
    if (row.width() != width) {
      return null;
    }
    @Nullable Object[] values = new Object[keyColumns.length];
    for (int index = 0; index < keyColumns.length; index++) {
      Object value = columns[keyColumns[index]].read(row);
      if (value == null || value instanceof Misfit) {
        return null;
      }
      values[index] = value;
    }
    return values;
  }

  /**
   * What each column is made from, in words.
   *
   * @return origin by dataset column, in order
   */
  public Map<String, String> origins() {
    return origins;
  }

  /**
   * Columns of the source that go nowhere.
   *
   * @return their names
   */
  public List<String> unused() {
    return unused;
  }
}
