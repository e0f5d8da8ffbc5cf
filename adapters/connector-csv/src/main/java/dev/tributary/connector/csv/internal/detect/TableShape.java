package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.internal.cell.ColumnProfiles;
import java.util.List;

/**
 * Where the table of a file is and what it looks like.
 *
 * @param firstRow index in the sample of the first row of the table, header or data
 * @param dataRow index of the first row of data; between header and data there may be a drawn rule
 * @param header whether that row holds names
 * @param columns the names
 * @param profiles what the columns hold
 * @param sparse the fewest values that a row of the sample has, of the rows that belong to the
 *     table
 * @param trailing how many empty fields data rows have behind the last column
 * @param comments whether lines with a number sign at the start came before the table
 * @param ragged whether rows with too few fields are usual
 * @param end index in the sample of the first row of another table, or {@link Integer#MAX_VALUE}
 */
public record TableShape(
    int firstRow,
    int dataRow,
    boolean header,
    List<String> columns,
    ColumnProfiles profiles,
    int sparse,
    int trailing,
    boolean comments,
    boolean ragged,
    int end) {
  /** Copies the names. */
  public TableShape {
    columns = List.copyOf(columns);
  }
}
