package dev.tributary.core.internal.dataset;

import dev.tributary.api.store.TableDescription;
import dev.tributary.api.store.TableDescription.Kind;
import dev.tributary.api.store.TableDescription.TableColumn;
import dev.tributary.core.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Describes the tables of a store. Stateless. */
public final class TableScan {
  private final Dialect dialect;

  /**
   * Makes a scan.
   *
   * @param dialect the engine's SQL
   */
  public TableScan(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Describes every table.
   *
   * @param connection any connection
   * @param datasets the names of the datasets
   * @return the tables in order of their names
   * @throws SQLException if the database refuses
   */
  public List<TableDescription> tables(Connection connection, Set<String> datasets)
      throws SQLException {
    List<TableDescription> tables = new ArrayList<>();
    for (String name : names(connection)) {
      tables.add(
          new TableDescription(
              name,
              datasets.contains(name) ? Kind.DATASET : Kind.SYSTEM,
              rows(connection, name),
              columns(connection, name)));
    }
    tables.sort(Comparator.comparing(TableDescription::name));
    return tables;
  }

  private static List<String> names(Connection connection) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        meta.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.startsWith("sqlite_")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private long rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + dialect.quote(table))) {
      count.next();
      return count.getLong(1);
    }
  }

  private static List<TableColumn> columns(Connection connection, String table)
      throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    Set<String> key = key(connection, table);
    List<TableColumn> columns = new ArrayList<>();
    try (ResultSet rows =
        meta.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
      while (rows.next()) {
        if (rows.getString("TABLE_NAME").equals(table)) {
          String name = rows.getString("COLUMN_NAME");
          columns.add(
              new TableColumn(
                  name,
                  rows.getString("TYPE_NAME"),
                  rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                  key.contains(name)));
        }
      }
    }
    return columns;
  }

  private static Set<String> key(Connection connection, String table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (rows.next()) {
        names.add(rows.getString("COLUMN_NAME"));
      }
    }
    return names;
  }
}
