package dev.tributary.http.internal.upload;

import dev.tributary.api.ingest.UploadJob;
import org.jspecify.annotations.Nullable;

/**
 * An accepted upload, as clients of {@code /api/v1/data} know it.
 *
 * @param jobId the job
 * @param status {@code queued}
 * @param s3Key always null: the file is kept in the platform's own data folder, not in S3
 */
record DataUploadAnswer(String jobId, UploadJob.Status status, @Nullable String s3Key) {}
