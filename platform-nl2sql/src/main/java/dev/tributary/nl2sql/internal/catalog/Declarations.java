package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.DataTable.ForeignKey;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database declares about its tables, read through JDBC metadata. */
final class Declarations {
  private static final String[] KINDS = {
    "TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "SYSTEM VERSIONED", "VIEW", "MATERIALIZED VIEW"
  };

  private final Connection connection;
  private final DatabaseMetaData metadata;
  private final @Nullable String catalog;
  private final @Nullable String schema;

  Declarations(Connection connection) throws SQLException {
    this.connection = connection;
    this.metadata = connection.getMetaData();
    this.catalog = connection.getCatalog();
    this.schema = connection.getSchema();
  }

  List<RawTable> tables() throws SQLException {
    Map<String, String> comments = new LinkedHashMap<>();
    try (ResultSet rows = metadata.getTables(catalog, schema, "%", KINDS)) {
      while (rows.next()) {
        comments.put(rows.getString("TABLE_NAME"), text(rows.getString("REMARKS")));
      }
    }
    comments.keySet().removeAll(partitions());
    DeclaredComments written = DeclaredComments.of(connection);
    List<RawTable> tables = new ArrayList<>();
    for (Map.Entry<String, String> table : comments.entrySet()) {
      if (!table.getKey().startsWith("sqlite_")) {
        tables.add(table(table.getKey(), table.getValue(), written));
      }
    }
    return tables;
  }

  /** PostgreSQL lists the parts of a table beside the table, which has all their rows. */
  private Set<String> partitions() throws SQLException {
    Set<String> parts = new HashSet<>();
    if (metadata.getDatabaseProductName().equals("PostgreSQL")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT relname FROM pg_class WHERE relispartition AND relnamespace ="
                      + " (SELECT oid FROM pg_namespace WHERE nspname = current_schema())")) {
        while (rows.next()) {
          parts.add(rows.getString(1));
        }
      }
    }
    return parts;
  }

  private RawTable table(String name, String comment, DeclaredComments written)
      throws SQLException {
    List<String> key = primaryKey(name);
    return new RawTable(name, comment, columns(name, written), key, foreignKeys(name));
  }

  private List<RawColumn> columns(String table, DeclaredComments written) throws SQLException {
    List<RawColumn> columns = new ArrayList<>();
    try (ResultSet rows = metadata.getColumns(catalog, schema, escaped(table), "%")) {
      while (rows.next()) {
        if (!table.equals(rows.getString("TABLE_NAME"))) {
          continue;
        }
        String name = rows.getString("COLUMN_NAME");
        String remarks = text(rows.getString("REMARKS"));
        columns.add(
            new RawColumn(
                name,
                text(rows.getString("TYPE_NAME")),
                jdbcType(rows),
                remarks.isEmpty() ? written.of(table, name) : remarks));
      }
    }
    return columns;
  }

  /** Types that somebody made of others are taken for those, and rows of bits for bytes. */
  private static int jdbcType(ResultSet column) throws SQLException {
    int type = column.getInt("DATA_TYPE");
    if (type == Types.DISTINCT) {
      return column.getInt("SOURCE_DATA_TYPE");
    }
    return type == Types.BIT && column.getInt("COLUMN_SIZE") > 1 ? Types.BINARY : type;
  }

  private List<String> primaryKey(String table) throws SQLException {
    Map<Short, String> key = new TreeMap<>();
    try (ResultSet rows = metadata.getPrimaryKeys(catalog, schema, table)) {
      while (rows.next()) {
        key.put(rows.getShort("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }

  private List<ForeignKey> foreignKeys(String table) throws SQLException {
    List<ForeignKey> keys = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    String target = "";
    try (ResultSet rows = metadata.getImportedKeys(catalog, schema, table)) {
      while (rows.next()) {
        if (rows.getShort("KEY_SEQ") <= 1 && !columns.isEmpty()) {
          keys.add(new ForeignKey(columns, target, targets, true));
          columns.clear();
          targets.clear();
        }
        target = text(rows.getString("PKTABLE_NAME"));
        columns.add(Objects.requireNonNull(rows.getString("FKCOLUMN_NAME")));
        targets.add(text(rows.getString("PKCOLUMN_NAME")));
      }
    }
    if (!columns.isEmpty()) {
      keys.add(new ForeignKey(columns, target, targets, true));
    }
    return keys;
  }

  private String escaped(String name) throws SQLException {
    String escape = metadata.getSearchStringEscape();
    return escape == null || escape.isEmpty()
        ? name
        : name.replace("_", escape + "_").replace("%", escape + "%");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
