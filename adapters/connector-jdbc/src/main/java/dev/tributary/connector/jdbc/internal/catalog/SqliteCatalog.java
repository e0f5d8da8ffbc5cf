package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.api.dataset.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalog of SQLite, read through its pragma functions. Unique indexes besides the primary key
 * are left out: one may compare texts by other rules than its columns do, and then it does not make
 * rows unique in the order of the columns.
 */
final class SqliteCatalog implements Catalog {
  private static final String TABLES =
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
          + " AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name";
  private static final String COLUMNS =
      "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?) WHERE hidden <> 1"
          + " ORDER BY cid";
  private static final String KEY =
      "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk";

  @Override
  public List<String> tables(Connection connection, String schema) throws SQLException {
    return Query.rows(connection, TABLES, row -> row.getString(1));
  }

  @Override
  public Optional<Table> table(Connection connection, String schema, String name)
      throws SQLException {
    if (!tables(connection, schema).contains(name)) {
      return Optional.empty();
    }
    List<TableColumn> columns = Query.rows(connection, COLUMNS, SqliteCatalog::column, name);
    List<IndexColumns> key =
        Query.rows(connection, KEY, row -> new IndexColumns("", true, row.getString(1)), name);
    return Optional.of(new Table("", name, columns, IndexColumns.grouped(key)));
  }

  private static TableColumn column(ResultSet row) throws SQLException {
    String declared = row.getString(2) == null ? "" : row.getString(2);
    String type = declared.toLowerCase(Locale.ROOT);
    boolean rowid = row.getInt(4) == 1 && type.equals("integer");
    return new TableColumn(
        row.getString(1), declared, type, typeOf(type), row.getInt(3) == 0 && !rowid);
  }

  /** SQLite's own rules of affinity, with the names people use for what it has no types for. */
  private static ColumnType typeOf(String declared) {
    if (declared.contains("bool")) {
      return ColumnType.BOOLEAN;
    }
    if (declared.contains("datetime") || declared.contains("timestamp")) {
      return ColumnType.TIMESTAMP;
    }
    if (declared.startsWith("date")) {
      return ColumnType.DATE;
    }
    if (declared.contains("int")) {
      return ColumnType.INTEGER;
    }
    if (declared.contains("real") || declared.contains("floa") || declared.contains("doub")) {
      return ColumnType.DOUBLE;
    }
    return declared.contains("dec") || declared.contains("num")
        ? ColumnType.DECIMAL
        : ColumnType.TEXT;
  }
}
