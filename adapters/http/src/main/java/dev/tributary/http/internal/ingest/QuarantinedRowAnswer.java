package dev.tributary.http.internal.ingest;

import dev.tributary.api.ingest.QuarantinedRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row in quarantine, its id as text as all ids on the wire are. */
record QuarantinedRowAnswer(
    String id,
    String sourceId,
    String runId,
    String position,
    String raw,
    String reason,
    String message,
    Instant quarantinedAt,
    @Nullable Instant replayedAt) {

  static QuarantinedRowAnswer of(QuarantinedRow row) {
    return new QuarantinedRowAnswer(
        Long.toString(row.id()),
        row.sourceId(),
        row.runId(),
        row.position(),
        row.raw(),
        row.reason(),
        row.message(),
        row.quarantinedAt(),
        row.replayedAt());
  }
}
