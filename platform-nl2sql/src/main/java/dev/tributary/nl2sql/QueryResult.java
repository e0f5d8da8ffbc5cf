package dev.tributary.nl2sql;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query. Immutable, but for byte arrays within.
 *
 * @param columns the columns, in order
 * @param rows the rows, each with one value per column: null, strings, numbers, booleans, byte
 *     arrays, or values of {@code java.time} and {@code java.sql}
 * @param cut whether there were more rows than these
 * @param elapsed how long it took, from asking for a connection to the last row
 */
public record QueryResult(
    List<Column> columns, List<List<@Nullable Object>> rows, Cut cut, Duration elapsed) {

  /**
   * Copies the lists.
   *
   * @param columns the columns
   * @param rows the rows
   * @param cut whether there were more
   * @param elapsed how long it took
   */
  public QueryResult {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column.
   *
   * @param name its label
   * @param type the server's name of its type
   */
  public record Column(String name, String type) {}

  /** Whether rows are missing, and why. */
  public enum Cut {
    /** All rows are there. */
    NONE,
    /** There were more rows than may be kept. */
    ROWS,
    /** There were more bytes than may be kept. */
    BYTES
  }
}
