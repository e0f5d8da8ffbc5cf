package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.api.dataset.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalog of MySQL and MariaDB, where a schema is a database. */
final class MysqlCatalog implements Catalog {
  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
          + " AND table_type <> 'SYSTEM VIEW' ORDER BY table_name";
  private static final String COLUMNS =
      "SELECT column_name, column_type, data_type, is_nullable FROM information_schema.columns"
          + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";
  private static final String INDEXES =
      "SELECT index_name, column_name FROM information_schema.statistics"
          + " WHERE table_schema = ? AND table_name = ? AND non_unique = 0"
          + " ORDER BY index_name, seq_in_index";

  @Override
  public List<String> tables(Connection connection, String schema) throws SQLException {
    return Query.rows(connection, TABLES, row -> row.getString(1), schema);
  }

  @Override
  public Optional<Table> table(Connection connection, String schema, String name)
      throws SQLException {
    List<TableColumn> columns = Query.rows(connection, COLUMNS, MysqlCatalog::column, schema, name);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<UniqueIndex> indexes =
        IndexColumns.grouped(Query.rows(connection, INDEXES, MysqlCatalog::index, schema, name))
            .stream()
            // An index over an expression lists no column for it, and then is no use here.
            .filter(index -> !index.columns().contains(""))
            .toList();
    return Optional.of(new Table(schema, name, columns, indexes));
  }

  private static IndexColumns index(ResultSet row) throws SQLException {
    String name = row.getString(1);
    String column = row.getString(2) == null ? "" : row.getString(2);
    return new IndexColumns(name, name.equals("PRIMARY"), column);
  }

  private static TableColumn column(ResultSet row) throws SQLException {
    String declared = row.getString(2).toLowerCase(Locale.ROOT);
    String base = row.getString(3).toLowerCase(Locale.ROOT);
    return new TableColumn(
        row.getString(1),
        declared,
        base,
        typeOf(base, declared),
        row.getString(4).equalsIgnoreCase("YES"));
  }

  private static ColumnType typeOf(String base, String declared) {
    return switch (base) {
      case "tinyint" -> declared.startsWith("tinyint(1)") ? ColumnType.BOOLEAN : ColumnType.INTEGER;
      case "bit" -> declared.equals("bit(1)") ? ColumnType.BOOLEAN : ColumnType.TEXT;
      case "smallint", "mediumint", "int", "year" -> ColumnType.INTEGER;
      case "bigint" -> declared.contains("unsigned") ? ColumnType.DECIMAL : ColumnType.INTEGER;
      case "decimal" -> ColumnType.DECIMAL;
      case "float", "double" -> ColumnType.DOUBLE;
      case "date" -> ColumnType.DATE;
      case "datetime", "timestamp" -> ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }
}
