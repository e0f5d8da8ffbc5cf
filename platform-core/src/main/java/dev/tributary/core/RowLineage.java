package dev.tributary.core;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param sourceId the source, at most 100 characters
 * @param dataCenterId the data center of the source, at most 100 characters
 * @param runId the run that brings them
 * @param at when they arrive: {@code ingested_at} of new rows, {@code changed_at} of changed ones
 * @param generation the number of the full pass they are met in, greater than that of the pass
 *     before; null outside of full passes
 */
public record RowLineage(
    String sourceId, String dataCenterId, String runId, Instant at, @Nullable Long generation) {
  /** Checks that nothing is missing. */
  public RowLineage {
    Objects.requireNonNull(sourceId, "sourceId");
    Objects.requireNonNull(dataCenterId, "dataCenterId");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(at, "at");
  }

  /**
   * Lineage outside of full passes.
   *
   * @param sourceId the source
   * @param dataCenterId the data center of the source
   * @param runId the run that brings the rows
   * @param at when they arrive
   * @return the lineage
   */
  public static RowLineage of(String sourceId, String dataCenterId, String runId, Instant at) {
    return new RowLineage(sourceId, dataCenterId, runId, at, null);
  }
}
