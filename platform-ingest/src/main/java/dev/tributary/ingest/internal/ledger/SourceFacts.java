package dev.tributary.ingest.internal.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a source.
 *
 * @param id its id
 * @param dataCenterId its data center
 * @param stream what is read of it; empty while it is not known
 * @param pausedReason why it is paused; null if it is not
 * @param consecutiveFailures how many runs in a row have failed
 * @param lastRunStartedAt when a run last began
 * @param lastSuccessAt when a run last ended without failing
 * @param lastEventTime the newest event time among its rows
 * @param lastNewDataAt when it last brought something new
 * @param freshness the state last decided; null before the first decision
 * @param freshnessCause the cause last decided; null before the first decision
 * @param generation the number of its present or last full pass
 * @param createdAt when it was first known
 */
public record SourceFacts(
    String id,
    String dataCenterId,
    String stream,
    @Nullable String pausedReason,
    int consecutiveFailures,
    @Nullable Instant lastRunStartedAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastEventTime,
    @Nullable Instant lastNewDataAt,
    @Nullable String freshness,
    @Nullable String freshnessCause,
    long generation,
    Instant createdAt) {

  /**
   * Whether somebody or a schema change paused it.
   *
   * @return true if so
   */
  public boolean paused() {
    return pausedReason != null;
  }
}
