package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.api.dataset.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The catalog of PostgreSQL. Domains are read as what they are based on. */
final class PostgresCatalog implements Catalog {
  private static final String TABLES =
      "SELECT c.relname FROM pg_catalog.pg_class c"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
          + " AND has_table_privilege(c.oid, 'SELECT') AND NOT c.relispartition"
          + " ORDER BY c.relname";
  private static final String OF_TABLE =
      " JOIN pg_catalog.pg_class c ON c.oid = %s"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')";
  private static final String COLUMNS =
      "SELECT a.attname, format_type(a.atttypid, NULL), COALESCE(b.typname, t.typname),"
          + " a.attnotnull FROM pg_catalog.pg_attribute a"
          + " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
          + " LEFT JOIN pg_catalog.pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype"
          + OF_TABLE.formatted("a.attrelid")
          + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum";
  private static final String INDEXES =
      "SELECT i.indexrelid::text, i.indisprimary, a.attname FROM pg_catalog.pg_index i"
          + " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, place)"
          + " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
          + OF_TABLE.formatted("i.indrelid")
          + " AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL"
          + " AND i.indexprs IS NULL AND k.place <= i.indnkeyatts"
          + " ORDER BY i.indexrelid, k.place";

  @Override
  public List<String> tables(Connection connection, String schema) throws SQLException {
    return Query.rows(connection, TABLES, row -> row.getString(1), schema);
  }

  @Override
  public Optional<Table> table(Connection connection, String schema, String name)
      throws SQLException {
    List<TableColumn> columns =
        Query.rows(connection, COLUMNS, PostgresCatalog::column, schema, name);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    List<IndexColumns> indexes =
        Query.rows(
            connection,
            INDEXES,
            row -> new IndexColumns(row.getString(1), row.getBoolean(2), row.getString(3)),
            schema,
            name);
    return Optional.of(new Table(schema, name, columns, IndexColumns.grouped(indexes)));
  }

  private static TableColumn column(ResultSet row) throws SQLException {
    String base = row.getString(3);
    return new TableColumn(
        row.getString(1), row.getString(2), base, typeOf(base), !row.getBoolean(4));
  }

  private static ColumnType typeOf(String base) {
    return switch (base) {
      case "int2", "int4", "int8", "oid" -> ColumnType.INTEGER;
      case "numeric" -> ColumnType.DECIMAL;
      case "float4", "float8" -> ColumnType.DOUBLE;
      case "bool" -> ColumnType.BOOLEAN;
      case "date" -> ColumnType.DATE;
      case "timestamp", "timestamptz" -> ColumnType.TIMESTAMP;
      default -> ColumnType.TEXT;
    };
  }
}
