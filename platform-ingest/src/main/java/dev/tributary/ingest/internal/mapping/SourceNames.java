package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a source's columns by name: as written, or else with case and separators folded. */
public final class SourceNames {
  private static final int AMBIGUOUS = -2;

  private final SourceSchema schema;
  private final Map<String, Integer> folded = new HashMap<>();

  SourceNames(SourceSchema schema) {
    this.schema = schema;
    List<SourceColumn> columns = schema.columns();
    for (int index = 0; index < columns.size(); index++) {
      String name = fold(columns.get(index).name());
      if (schema.indexOf(columns.get(index).name()) == index) {
        folded.merge(name, index, (first, second) -> AMBIGUOUS);
      }
    }
  }

  /** The index of a column, or -1 if there is none or it is not clear which is meant. */
  int find(String name) {
    int exact = schema.indexOf(name);
    if (exact >= 0) {
      return exact;
    }
    return Math.max(-1, folded.getOrDefault(fold(name), -1));
  }

  String nameAt(int index) {
    return schema.columns().get(index).name();
  }

  /**
   * Folds a name to what has to agree for a match: its letters and digits, in lower case.
   *
   * @param name a name
   * @return its folded form
   */
  public static String fold(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return folded.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : folded.toString();
  }
}
