package dev.tributary.api.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reading of an uploaded file.
 *
 * @param id its id, never used again
 * @param sourceId the source that reads it
 * @param fileName what the file is called
 * @param status how it stands
 * @param progress the share done, in percent from 0 to 100
 * @param runId the run that reads it; null before it begins
 * @param counts what became of the rows so far
 * @param error what is wrong and what to do; null unless it failed
 * @param createdAt when the file was safe on disk
 */
public record UploadJob(
    String id,
    String sourceId,
    String fileName,
    Status status,
    int progress,
    @Nullable String runId,
    RunCounts counts,
    @Nullable String error,
    Instant createdAt) {

  /** How a job stands. */
  public enum Status {
    /** The file is safe and waits to be read. */
    QUEUED,
    /** The file is being read. */
    PROCESSING,
    /** Every row was read; rows that were not accepted are in quarantine. */
    COMPLETED,
    /** The file could not be read. */
    FAILED
  }
}
