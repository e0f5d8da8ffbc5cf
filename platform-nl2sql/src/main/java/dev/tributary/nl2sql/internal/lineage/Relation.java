package dev.tributary.nl2sql.internal.lineage;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something rows are read from: its columns by name in lower case, in order. */
record Relation(@Nullable Origin rows, Map<String, Origin> columns) {
  static final Relation UNKNOWN = new Relation(null, Map.of());

  static String folded(String name) {
    String bare = name;
    if (name.length() > 1 && "\"`[".indexOf(name.charAt(0)) >= 0) {
      bare = name.substring(1, name.length() - 1);
    }
    return bare.toLowerCase(Locale.ROOT);
  }

  /** Several relations side by side; names that stand in two of them are nobody's. */
  static Relation joined(Iterable<Relation> parts) {
    Map<String, Origin> columns = new LinkedHashMap<>();
    Origin rows = null;
    for (Relation part : parts) {
      rows = rows == null ? part.rows() : rows;
      part.columns()
          .forEach((name, origin) -> columns.merge(name, origin, (one, other) -> Origin.UNKNOWN));
    }
    return new Relation(rows, columns);
  }
}
