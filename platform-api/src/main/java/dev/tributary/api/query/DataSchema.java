package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;

/**
 * Tables that can be asked about.
 *
 * @param tables the tables
 * @param version changes whenever the tables do; equal schemas have equal versions
 * @param readAt when they were looked at
 * @param describedByModel whose description a language model made: {@code users} for a table,
 *     {@code users.country} for a column; all others are people's
 */
public record DataSchema(
    List<DataTable> tables, String version, Instant readAt, List<String> describedByModel) {
  /**
   * Copies the lists.
   *
   * @param tables the tables
   * @param version the version
   * @param readAt when they were looked at
   * @param describedByModel whose description a language model made
   */
  public DataSchema {
    tables = List.copyOf(tables);
    describedByModel = List.copyOf(describedByModel);
  }

  /**
   * Tables that no model described.
   *
   * @param tables the tables
   * @param version the version
   * @param readAt when they were looked at
   */
  public DataSchema(List<DataTable> tables, String version, Instant readAt) {
    this(tables, version, readAt, List.of());
  }
}
