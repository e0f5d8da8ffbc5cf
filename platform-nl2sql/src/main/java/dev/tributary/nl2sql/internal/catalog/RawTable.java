package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.DataTable.ForeignKey;
import java.util.List;

/** A table as the database declares it. */
record RawTable(
    String name,
    String comment,
    List<RawColumn> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys) {
  RawTable {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  RawTable with(List<ForeignKey> keys) {
    return new RawTable(name, comment, columns, primaryKey, keys);
  }
}
