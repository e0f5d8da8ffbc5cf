package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How an engine writes names and values, and how its values are read. The rule behind it all:
 * values of cursors and keys are read as the database's own text, bound as they were read, and
 * compared by the database alone.
 */
public interface Dialect {

  /**
   * Quotes a name, unless overridden in the standard's way.
   *
   * @param identifier a table's or column's name
   * @return the name as it stands in SQL
   */
  default String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /**
   * The expression that reads a column.
   *
   * @param column the column
   * @return an expression whose value {@link #value} understands
   */
  default String select(TableColumn column) {
    return quote(column.name());
  }

  /**
   * The expression that a column is ordered and compared by, the same in both places.
   *
   * @param column the column
   * @return an expression
   */
  default String order(TableColumn column) {
    return quote(column.name());
  }

  /**
   * The placeholder for a value of a column.
   *
   * @param column the column it is compared with
   * @return an expression with one question mark
   */
  String placeholder(TableColumn column);

  /**
   * Whether {@code (a, b) > (x, y)} is understood and served by an index.
   *
   * @return true if so
   */
  boolean comparesRows();

  /**
   * Whether a query may stay open while its rows are worked on, without holding up the database's
   * writers.
   *
   * @return true if so
   */
  boolean holdsQueries();

  /**
   * Whether values of a column can be handed back and compare as they did.
   *
   * @param column the column
   * @return false for approximate numbers that are read rounded
   */
  boolean comparable(TableColumn column);

  /**
   * Puts a value in the place of a placeholder.
   *
   * @param statement the statement
   * @param index the placeholder, from 1
   * @param bind the value and its column
   * @throws SQLException if the driver refuses
   */
  void bind(PreparedStatement statement, int index, Fragment.Bind bind) throws SQLException;

  /**
   * Reads a value so that it can be bound again.
   *
   * @param row a result that stands on a row
   * @param index the column in the result, from 1
   * @param column the column
   * @return the value, null if there is none
   * @throws SQLException if the driver fails
   */
  @Nullable KeyValue keyValue(ResultSet row, int index, TableColumn column) throws SQLException;

  /**
   * Reads a value as the platform wants it.
   *
   * @param row a result that stands on a row
   * @param index the column in the result, from 1
   * @param column the column
   * @return a value of the column's type; its text where it does not fit that type; or null
   * @throws SQLException if the driver fails
   */
  @Nullable Object value(ResultSet row, int index, TableColumn column) throws SQLException;

  /**
   * What distances between values of a cursor are measured in: unless overridden, what the type of
   * the column says.
   *
   * @param column the cursor's column
   * @param value a value of it
   * @return the scale
   */
  default Scale scale(TableColumn column, KeyValue value) {
    return switch (column.type()) {
      case TIMESTAMP, DATE -> Scale.TIME;
      case INTEGER, DECIMAL -> Scale.NUMBER;
      case TEXT, DOUBLE, BOOLEAN -> Scale.NONE;
    };
  }

  /**
   * The zone that a column's times without one are written in.
   *
   * @param column a column of times
   * @return the zone
   */
  ZoneId zone(TableColumn column);

  /**
   * The database's clock.
   *
   * @return an expression for the present time in UTC, as characters with a fraction of a second
   */
  String presentUtc();

  /**
   * The condition that a cursor is not before a moment. It may let earlier rows pass, never hold
   * later ones back.
   *
   * @param column the cursor's column
   * @param moment the moment, in the words of the column's own zone
   * @return the condition
   */
  Fragment notBefore(TableColumn column, LocalDateTime moment);

  /** What distances between values are measured in. */
  enum Scale {
    /** Time. */
    TIME,
    /** Numbers. */
    NUMBER,
    /** Nothing: values have an order and no distance. */
    NONE
  }
}
