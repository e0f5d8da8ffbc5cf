package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;

/**
 * Tables that can be asked about.
 *
 * @param tables the tables
 * @param version changes whenever the tables do; equal schemas have equal versions
 * @param readAt when they were looked at
 */
public record DataSchema(List<DataTable> tables, String version, Instant readAt) {
  /**
   * Copies the list.
   *
   * @param tables the tables
   * @param version the version
   * @param readAt when they were looked at
   */
  public DataSchema {
    tables = List.copyOf(tables);
  }
}
