package dev.tributary.api.ingest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old the data of a source is, and why.
 *
 * @param state the verdict
 * @param cause what keeps it from being fresh
 * @param reason the verdict in words, with the times it rests on
 * @param lastEventTime the newest event time among its rows; null if it has none
 * @param lastSuccess when a run last ended without failing; null if none did
 * @param nextDue when the next run is due; null while the source is paused
 * @param cadence how often new data is expected
 */
public record Freshness(
    State state,
    Cause cause,
    String reason,
    @Nullable Instant lastEventTime,
    @Nullable Instant lastSuccess,
    @Nullable Instant nextDue,
    Duration cadence) {

  /** The verdict. */
  public enum State {
    /** No run has succeeded yet, and it is not late either. */
    UNKNOWN,
    /** As new as expected. */
    FRESH,
    /** Older than the warning age. */
    WARN,
    /** Older than the age at which it counts as late. */
    LATE
  }

  /** What keeps a source from being fresh. */
  public enum Cause {
    /** Nothing does. */
    NONE,
    /** Runs succeed, and the source brings nothing new. */
    SOURCE_SILENT,
    /** Runs fail. */
    CONNECTOR_FAILING,
    /** Runs that are due do not begin. */
    SCHEDULER_LATE,
    /** Somebody or a schema change paused the source. */
    PAUSED
  }
}
