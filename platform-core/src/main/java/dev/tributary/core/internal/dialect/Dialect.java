package dev.tributary.core.internal.dialect;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What differs from engine to engine. Stateless. */
public interface Dialect {

  /**
   * The types that the migrations use, by placeholder.
   *
   * @return SQL by placeholder
   */
  Map<String, String> placeholders();

  /**
   * The type of a dataset's column.
   *
   * @param dataset the dataset
   * @param column one of its columns or of the lineage columns
   * @return SQL
   */
  String type(Dataset dataset, Column column);

  /**
   * What follows the columns in a statement that creates a table.
   *
   * @return SQL, empty for nothing
   */
  String tableSuffix();

  /**
   * What an index on a column names.
   *
   * @param dataset the dataset
   * @param column one of its columns or of the lineage columns
   * @return SQL
   */
  String indexed(Dataset dataset, Column column);

  /**
   * Quotes a name.
   *
   * @param name letters, digits and underscores
   * @return SQL
   */
  String quote(String name);

  /**
   * The truth value that says yes.
   *
   * @return SQL
   */
  default String truth() {
    return "1";
  }

  /**
   * Keeps other nodes from changing tables until the transaction ends.
   *
   * @param connection a connection in a transaction
   * @throws SQLException if the engine refuses
   */
  void lockSchema(Connection connection) throws SQLException;

  /**
   * Lets other nodes change tables again, where the end of the transaction does not.
   *
   * @param connection the connection that was handed to {@link #lockSchema}
   * @throws SQLException if the engine refuses
   */
  void unlockSchema(Connection connection) throws SQLException;
}
