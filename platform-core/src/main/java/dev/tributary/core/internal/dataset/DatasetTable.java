package dev.tributary.core.internal.dataset;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of a dataset: creates and widens it, as often as it is asked to. */
final class DatasetTable {
  private static final int LONGEST_NAME = 60;

  private final Dialect dialect;

  DatasetTable(Dialect dialect) {
    this.dialect = dialect;
  }

  void bring(Connection connection, Dataset dataset) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(create(dataset));
      Set<String> present = columns(connection, dataset.name());
      for (Column column : dataset.columns()) {
        if (!present.contains(column.name())) {
          statement.execute(
              "ALTER TABLE "
                  + dialect.quote(dataset.name())
                  + " ADD COLUMN "
                  + sql(dataset, column));
        }
      }
      addIndexes(connection, dataset, statement);
    }
  }

  private void addIndexes(Connection connection, Dataset dataset, Statement statement)
      throws SQLException {
    Set<String> present = indexes(connection, dataset.name());
    for (Column column : indexed(dataset).toList()) {
      String name = indexName(dataset, column);
      if (!present.contains(name)) {
        statement.execute(
            "CREATE INDEX "
                + name
                + " ON "
                + dialect.quote(dataset.name())
                + " ("
                + dialect.indexed(dataset, column)
                + ")");
      }
    }
  }

  private String create(Dataset dataset) {
    String columns =
        Stream.concat(Dataset.LINEAGE.stream(), dataset.columns().stream())
            .map(column -> sql(dataset, column))
            .collect(Collectors.joining(", "));
    String key =
        Stream.concat(Stream.of("source_id"), dataset.key().stream())
            .map(dialect::quote)
            .collect(Collectors.joining(", "));
    return "CREATE TABLE IF NOT EXISTS "
        + dialect.quote(dataset.name())
        + " ("
        + columns
        + ", "
        + dialect.quote("_pass")
        + " bigint, PRIMARY KEY ("
        + key
        + "))"
        + dialect.tableSuffix();
  }

  /**
   * Only lineage and key must be there: a column may become optional, and is checked on its way in.
   */
  private String sql(Dataset dataset, Column column) {
    boolean always =
        dataset.key().contains(column.name())
            || (Dataset.LINEAGE.contains(column) && column.required());
    return dialect.quote(column.name())
        + " "
        + dialect.type(dataset, column)
        + (always ? " NOT NULL" : "");
  }

  private static Stream<Column> indexed(Dataset dataset) {
    return Stream.concat(Dataset.LINEAGE.stream(), dataset.columns().stream())
        .filter(Column::indexed);
  }

  private static String indexName(Dataset dataset, Column column) {
    String name = "ix_" + dataset.name() + "_" + column.name();
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 9) + "_" + Integer.toHexString(name.hashCode());
  }

  private static Set<String> columns(Connection connection, String table) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        meta.getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (rows.next()) {
        if (rows.getString("TABLE_NAME").equals(table)) {
          names.add(rows.getString("COLUMN_NAME"));
        }
      }
    }
    return names;
  }

  private static Set<String> indexes(Connection connection, String table) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    Set<String> names = new HashSet<>();
    try (ResultSet rows =
        meta.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
      while (rows.next()) {
        names.add(String.valueOf(rows.getString("INDEX_NAME")));
      }
    }
    return names;
  }
}
