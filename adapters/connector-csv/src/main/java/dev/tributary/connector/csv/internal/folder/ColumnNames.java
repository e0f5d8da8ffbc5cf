package dev.tributary.connector.csv.internal.folder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes names unique and never blank, so that every column can be mapped. */
final class ColumnNames {
  private ColumnNames() {}

  static List<String> unique(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      String base = names.get(index).strip();
      base = base.isEmpty() ? "col_" + index : base;
      String name = base;
      for (int suffix = 2; !taken.add(name); suffix++) {
        name = base + "_" + suffix;
      }
      unique.add(name);
    }
    return List.copyOf(unique);
  }
}
