package dev.tributary.nl2sql.internal.check;

import org.jspecify.annotations.Nullable;

/** Looks tables up in the catalog. */
public interface KnownTables {
  /**
   * Finds a table.
   *
   * @param foldedName its name without quotes, in lower case, with its schema if it has one
   * @return the table, or null if the catalog does not have it
   */
  @Nullable KnownTable find(String foldedName);

  /**
   * Says what name might have been meant.
   *
   * @param foldedName a name the catalog does not have
   * @return what to write instead
   */
  String remedy(String foldedName);
}
