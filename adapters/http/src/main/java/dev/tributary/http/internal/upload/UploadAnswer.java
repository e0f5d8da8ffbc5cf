package dev.tributary.http.internal.upload;

import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The reading of an uploaded file. */
record UploadAnswer(
    String jobId,
    String sourceId,
    String fileName,
    UploadJob.Status status,
    int progress,
    @Nullable String runId,
    RunCounts counts,
    @Nullable String error,
    Instant createdAt) {

  static UploadAnswer of(UploadJob job) {
    return new UploadAnswer(
        job.id(),
        job.sourceId(),
        job.fileName(),
        job.status(),
        job.progress(),
        job.runId(),
        job.counts(),
        job.error(),
        job.createdAt());
  }
}
