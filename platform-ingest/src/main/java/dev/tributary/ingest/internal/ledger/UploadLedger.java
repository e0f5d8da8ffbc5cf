package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.core.StoreTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The jobs of uploaded files. Stateless. */
public final class UploadLedger {
  private static final String SELECT =
      "SELECT id, source_id, file_name, status, progress, run_id, records_read, records_ingested,"
          + " records_unchanged, records_quarantined, records_deleted, error, created_at"
          + " FROM upload_jobs";

  private UploadLedger() {}

  /**
   * Notes a new job.
   *
   * @param handle the transaction's handle
   * @param job the job
   * @param path where its file is
   */
  public static void add(Handle handle, UploadJob job, String path) {
    handle
        .createUpdate(
            "INSERT INTO upload_jobs (id, source_id, file_name, path, status, created_at,"
                + " updated_at) VALUES (:id, :source, :file, :path, :status, :at, :at)")
        .bind("id", job.id())
        .bind("source", job.sourceId())
        .bind("file", job.fileName())
        .bind("path", path)
        .bind("status", job.status())
        .bind("at", job.createdAt())
        .execute();
  }

  /**
   * Notes how far a job has come.
   *
   * @param handle the transaction's handle
   * @param jobId the job
   * @param runId the run that reads its file
   * @param counts what became of the rows so far
   * @param progress percent
   * @param at when
   */
  public static void progress(
      Handle handle, String jobId, String runId, RunCounts counts, int progress, Instant at) {
    handle
        .createUpdate(
            "UPDATE upload_jobs SET status = 'processing', run_id = :run, records_read = :read,"
                + " records_ingested = :ingested, records_unchanged = :unchanged,"
                + " records_quarantined = :quarantined, records_deleted = :deleted,"
                + " progress = :progress, updated_at = :at"
                + " WHERE id = :id AND status IN ('queued', 'processing')")
        .bindMethods(counts)
        .bind("run", runId)
        .bind("progress", progress)
        .bind("at", at)
        .bind("id", jobId)
        .execute();
  }

  /**
   * Ends a job.
   *
   * @param handle the transaction's handle
   * @param jobId the job
   * @param error what is wrong; null if it is completed
   * @param at when
   * @return false if it had ended already
   */
  public static boolean end(Handle handle, String jobId, @Nullable String error, Instant at) {
    UploadJob.Status status = error == null ? UploadJob.Status.COMPLETED : UploadJob.Status.FAILED;
    return handle
            .createUpdate(
                "UPDATE upload_jobs SET status = :status, error = :error, updated_at = :at,"
                    + " progress = CASE WHEN :status = 'completed' THEN 100 ELSE progress END"
                    + " WHERE id = :id AND status IN ('queued', 'processing')")
            .bind("status", status)
            .bind("error", error)
            .bind("at", at)
            .bind("id", jobId)
            .execute()
        == 1;
  }

  /**
   * Finds a job.
   *
   * @param handle a handle
   * @param jobId its id
   * @return the job, if there is one
   */
  public static Optional<UploadJob> find(Handle handle, String jobId) {
    return handle
        .createQuery(SELECT + " WHERE id = :id")
        .bind("id", jobId)
        .map(UploadLedger::read)
        .findOne();
  }

  /**
   * Jobs whose files wait to be read or were being read.
   *
   * @param handle a handle
   * @return the jobs, oldest first
   */
  public static List<UploadJob> open(Handle handle) {
    return handle
        .createQuery(SELECT + " WHERE status IN ('queued', 'processing') ORDER BY created_at, id")
        .map(UploadLedger::read)
        .list();
  }

  private static UploadJob read(ResultSet row, StatementContext context) throws SQLException {
    return new UploadJob(
        row.getString("id"),
        row.getString("source_id"),
        row.getString("file_name"),
        UploadJob.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getInt("progress"),
        row.getString("run_id"),
        RunLedger.counts(row),
        row.getString("error"),
        StoreTime.parse(row.getString("created_at")));
  }
}
