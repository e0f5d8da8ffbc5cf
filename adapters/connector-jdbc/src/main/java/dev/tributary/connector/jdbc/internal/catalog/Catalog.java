package dev.tributary.connector.jdbc.internal.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks an engine's own catalog. Implementations hold no state. */
public interface Catalog {

  /**
   * The tables and views that can be read.
   *
   * @param connection a connection to the database
   * @param schema the schema to look in
   * @return their names in order
   * @throws SQLException if the catalog cannot be read
   */
  List<String> tables(Connection connection, String schema) throws SQLException;

  /**
   * Describes a table or view.
   *
   * @param connection a connection to the database
   * @param schema the schema it is in
   * @param name its name, spelt as in the catalog
   * @return the table, if there is one
   * @throws SQLException if the catalog cannot be read
   */
  Optional<Table> table(Connection connection, String schema, String name) throws SQLException;
}
