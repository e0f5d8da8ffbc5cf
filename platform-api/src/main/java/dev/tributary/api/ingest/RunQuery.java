package dev.tributary.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Which runs to list.
 *
 * @param sourceId only of this source; null for all
 * @param status only in this status; null for all
 * @param limit the most runs to return, from 1 to 1000
 * @param token where the last slice ended; null to begin with the newest
 */
public record RunQuery(
    @Nullable String sourceId, @Nullable RunStatus status, int limit, @Nullable String token) {
  /**
   * The newest runs of all sources.
   *
   * @param limit the most runs to return
   * @return the query
   */
  public static RunQuery newest(int limit) {
    return new RunQuery(null, null, limit, null);
  }
}
