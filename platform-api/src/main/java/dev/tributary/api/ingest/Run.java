package dev.tributary.api.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ingestion run: a source read until it had nothing more to give.
 *
 * @param id its id; ids sort by time
 * @param sourceId the source
 * @param status how it stands
 * @param trigger what made it begin
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it goes on
 * @param counts what became of the rows so far
 * @param progress the share done, in percent from 0 to 100; null if it cannot be told
 * @param errors what went wrong, naming the thing, the place and the remedy
 */
public record Run(
    String id,
    String sourceId,
    RunStatus status,
    RunTrigger trigger,
    Instant startedAt,
    @Nullable Instant finishedAt,
    RunCounts counts,
    @Nullable Integer progress,
    List<RunError> errors) {
  /** Copies the errors. */
  public Run {
    errors = List.copyOf(errors);
  }
}
