package dev.tributary.api.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that was not accepted.
 *
 * @param id its id
 * @param sourceId the source
 * @param runId the run that met it
 * @param position where it stands in its source
 * @param raw what stands there: the row's values as JSON, or the text as it was read
 * @param reason a stable code in lower case, such as {@code not_a_number}
 * @param message what is wrong, naming the column and the value
 * @param quarantinedAt when
 * @param replayedAt when a replay accepted it; null while it is in quarantine
 */
public record QuarantinedRow(
    long id,
    String sourceId,
    String runId,
    String position,
    String raw,
    String reason,
    String message,
    Instant quarantinedAt,
    @Nullable Instant replayedAt) {}
