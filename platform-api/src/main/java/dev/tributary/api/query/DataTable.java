package dev.tributary.api.query;

import java.util.List;

/**
 * A table that can be asked about.
 *
 * @param name its name as SQL writes it, unquoted
 * @param description what a row is; empty if nobody said
 * @param synonyms other words for it
 * @param columns its columns, in order
 * @param primaryKey the columns that tell its rows apart; may be empty
 * @param foreignKeys where its rows point
 * @param rowCount how many rows it had when it was looked at; -1 if unknown
 */
public record DataTable(
    String name,
    String description,
    List<String> synonyms,
    List<DataColumn> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    long rowCount) {
  /**
   * Copies the lists.
   *
   * @param name its name
   * @param description what a row is
   * @param synonyms other words for it
   * @param columns its columns
   * @param primaryKey the columns that tell its rows apart
   * @param foreignKeys where its rows point
   * @param rowCount how many rows it had
   */
  public DataTable {
    synonyms = List.copyOf(synonyms);
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /**
   * A reference to another table.
   *
   * @param columns the columns of this table
   * @param table the other table
   * @param targets the columns there, in the same order
   * @param declared true if the database declares it; false if it was inferred from names and
   *     values
   */
  public record ForeignKey(
      List<String> columns, String table, List<String> targets, boolean declared) {
    /**
     * Copies the lists.
     *
     * @param columns the columns of this table
     * @param table the other table
     * @param targets the columns there
     * @param declared whether the database declares it
     */
    public ForeignKey {
      columns = List.copyOf(columns);
      targets = List.copyOf(targets);
    }
  }
}
