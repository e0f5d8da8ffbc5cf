package dev.tributary.core.internal.dialect;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import java.util.Map;
import java.util.Optional;

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
   * How to keep other nodes from changing tables.
   *
   * @return the statements, empty where nobody else can
   */
  Optional<SchemaLock> schemaLock();

  /**
   * A lock that a session holds until it gives it back or ends.
   *
   * @param take takes it, waiting for others
   * @param release gives it back
   */
  record SchemaLock(String take, String release) {}
}
