package dev.tributary.nl2sql;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.catalog.Surveyed;
import dev.tributary.nl2sql.internal.catalog.ValueIndex;

/**
 * A database as it was when it was looked at: its tables and the texts stored in them. Immutable.
 */
public final class SchemaSnapshot {
  private final Surveyed surveyed;

  SchemaSnapshot(Surveyed surveyed) {
    this.surveyed = surveyed;
  }

  /**
   * The tables.
   *
   * @return the tables
   */
  public DataSchema schema() {
    return surveyed.schema();
  }

  /**
   * What the gate has to know to let queries over these tables pass.
   *
   * @return every table with every column
   */
  public SqlCatalog catalog() {
    SqlCatalog.Builder catalog = SqlCatalog.builder();
    for (DataTable table : schema().tables()) {
      catalog.table(table.name(), table.columns().stream().map(column -> column.name()).toList());
    }
    return catalog.build();
  }

  ValueIndex values() {
    return surveyed.values();
  }
}
