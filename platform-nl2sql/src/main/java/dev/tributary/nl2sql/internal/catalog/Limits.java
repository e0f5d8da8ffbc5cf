package dev.tributary.nl2sql.internal.catalog;

import java.util.Set;

/**
 * How closely a database is looked at.
 *
 * @param profileRows how many rows of a table are looked at
 * @param values how many different values of a column are kept for finding them in questions
 * @param valueLength how long a value that is kept may be, in characters
 * @param samples how many values a column's profile shows
 * @param hidden columns as {@code table.column} in lower case whose values are never kept
 * @param tombstones rows that are not looked at
 */
public record Limits(
    int profileRows,
    int values,
    int valueLength,
    int samples,
    Set<String> hidden,
    Tombstones tombstones) {
  /** The usual: 200,000 rows, 20,000 values of 120 characters, 5 samples, nothing hidden. */
  public static final Limits USUAL = new Limits(200_000, 20_000, 120, 5, Set.of(), Tombstones.NONE);

  boolean hides(String table, String column) {
    return hidden.contains((table + "." + column).toLowerCase(java.util.Locale.ROOT));
  }
}
