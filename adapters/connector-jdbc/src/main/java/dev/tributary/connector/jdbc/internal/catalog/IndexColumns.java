package dev.tributary.connector.jdbc.internal.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One column of one unique index, as catalogs list them.
 *
 * @param index the index's name
 * @param primary whether it is the primary key
 * @param column the column's name
 */
record IndexColumns(String index, boolean primary, String column) {

  /** Puts the columns of each index together; they have to come in the order of the index. */
  static List<UniqueIndex> grouped(List<IndexColumns> columns) {
    Map<String, List<IndexColumns>> byIndex = new LinkedHashMap<>();
    columns.forEach(
        column -> byIndex.computeIfAbsent(column.index(), name -> new ArrayList<>()).add(column));
    return byIndex.values().stream()
        .map(index ->
            new UniqueIndex(
                index.getFirst().primary(), index.stream().map(IndexColumns::column).toList()))
        .sorted(Comparator.comparingInt(index -> index.primary() ? 0 : 1))
        .toList();
  }
}
