package dev.tributary.http.internal.store;

import dev.tributary.api.store.TableDescription;

/** A table and how many rows it has. */
record TableAnswer(String name, TableDescription.Kind kind, long rows) {
  static TableAnswer of(TableDescription table) {
    return new TableAnswer(table.name(), table.kind(), table.rows());
  }
}
