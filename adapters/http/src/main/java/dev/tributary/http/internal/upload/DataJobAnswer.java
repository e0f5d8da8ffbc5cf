package dev.tributary.http.internal.upload;

import dev.tributary.api.ingest.UploadJob;
import org.jspecify.annotations.Nullable;

/** A job, as clients of {@code /api/v1/data} know it: a queued one counts as processing. */
record DataJobAnswer(String jobId, UploadJob.Status status, int progress, @Nullable String error) {

  static DataJobAnswer of(UploadJob job) {
    return new DataJobAnswer(
        job.id(),
        job.status() == UploadJob.Status.QUEUED ? UploadJob.Status.PROCESSING : job.status(),
        job.progress(),
        job.error());
  }
}
