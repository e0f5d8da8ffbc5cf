package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs of uploaded files. Stateless. */
public final class UploadLedger {
  private static final String COLUMNS =
      "SELECT id, source_id, file_name, status, progress, run_id, records_read, records_ingested,"
          + " records_unchanged, records_quarantined, records_deleted, error, created_at"
          + " FROM upload_jobs";

  private UploadLedger() {}

  /**
   * Notes a new job.
   *
   * @param connection the transaction's connection
   * @param job the job
   * @param path where its file is
   * @throws SQLException if the database refuses
   */
  public static void add(Connection connection, UploadJob job, String path) throws SQLException {
    String now = StoreTime.text(job.createdAt());
    Sql.update(
        connection,
        "INSERT INTO upload_jobs (id, source_id, file_name, path, status, created_at, updated_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        job.id(),
        job.sourceId(),
        job.fileName(),
        path,
        word(job.status()),
        now,
        now);
  }

  /**
   * Notes how far a job has come.
   *
   * @param connection the transaction's connection
   * @param jobId the job
   * @param runId the run that reads its file
   * @param counts what became of the rows so far
   * @param progress percent
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void progress(
      Connection connection, String jobId, String runId, RunCounts counts, int progress, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE upload_jobs SET status = ?, run_id = ?, records_read = ?, records_ingested = ?,"
            + " records_unchanged = ?, records_quarantined = ?, records_deleted = ?, progress = ?,"
            + " updated_at = ? WHERE id = ? AND status IN ('queued', 'processing')",
        word(UploadJob.Status.PROCESSING),
        runId,
        counts.read(),
        counts.ingested(),
        counts.unchanged(),
        counts.quarantined(),
        counts.deleted(),
        progress,
        StoreTime.text(at),
        jobId);
  }

  /**
   * Ends a job.
   *
   * @param connection the transaction's connection
   * @param jobId the job
   * @param error what is wrong; null if it is completed
   * @param at when
   * @return false if it had ended already
   * @throws SQLException if the database refuses
   */
  public static boolean end(Connection connection, String jobId, @Nullable String error, Instant at)
      throws SQLException {
    UploadJob.Status status = error == null ? UploadJob.Status.COMPLETED : UploadJob.Status.FAILED;
    return Sql.update(
            connection,
            "UPDATE upload_jobs SET status = ?, error = ?, updated_at = ?"
                + (error == null ? ", progress = 100" : "")
                + " WHERE id = ? AND status IN ('queued', 'processing')",
            word(status),
            error,
            StoreTime.text(at),
            jobId)
        == 1;
  }

  /**
   * Finds a job.
   *
   * @param connection a connection
   * @param jobId its id
   * @return the job, if there is one
   * @throws SQLException if the database refuses
   */
  public static Optional<UploadJob> find(Connection connection, String jobId) throws SQLException {
    return Sql.one(connection, COLUMNS + " WHERE id = ?", UploadLedger::read, jobId);
  }

  /**
   * Jobs whose files wait to be read or were being read.
   *
   * @param connection a connection
   * @return the jobs, oldest first
   * @throws SQLException if the database refuses
   */
  public static List<UploadJob> open(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        COLUMNS + " WHERE status IN ('queued', 'processing') ORDER BY created_at, id",
        UploadLedger::read);
  }

  private static UploadJob read(ResultSet row) throws SQLException {
    return new UploadJob(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        UploadJob.Status.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getInt(5),
        row.getString(6),
        new RunCounts(
            row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
        row.getString(12),
        StoreTime.parse(row.getString(13)));
  }

  private static String word(UploadJob.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
