package dev.tributary.api.store;

import java.util.List;

/**
 * A table of the central store.
 *
 * @param name its name
 * @param kind whether it holds a dataset or the platform's own records
 * @param rows how many rows it has
 * @param columns its columns in order
 */
public record TableDescription(String name, Kind kind, long rows, List<TableColumn> columns) {
  /** Copies the columns. */
  public TableDescription {
    columns = List.copyOf(columns);
  }

  /** What a table is for. */
  public enum Kind {
    /** A dataset's rows. */
    DATASET,
    /** The platform's own records. */
    SYSTEM
  }

  /**
   * A column of a table.
   *
   * @param name its name
   * @param type its type in the engine's words
   * @param nullable whether it may be empty
   * @param inKey whether it is part of the primary key
   */
  public record TableColumn(String name, String type, boolean nullable, boolean inKey) {}
}
