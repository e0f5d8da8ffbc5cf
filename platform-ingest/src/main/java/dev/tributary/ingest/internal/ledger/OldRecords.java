package dev.tributary.ingest.internal.ledger;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Records of what is over: runs, uploads and settled rows of the quarantine. Stateless. */
public final class OldRecords {
  private OldRecords() {}

  /**
   * An upload that has ended.
   *
   * @param id the job
   * @param sourceId its source
   */
  public record EndedUpload(String id, String sourceId) {}

  /**
   * Removes ended runs, but never the newest of a source.
   *
   * @param handle the transaction's handle
   * @param before those that ended before this time
   * @param limit the most at once
   * @return how many were removed
   */
  public static int dropRuns(Handle handle, Instant before, int limit) {
    return drop(
        handle,
        "ingestion_runs",
        "finished_at < :before AND EXISTS (SELECT 1 FROM ingestion_runs n"
            + " WHERE n.source_id = o.source_id AND n.started_at > o.started_at)",
        before,
        limit);
  }

  /**
   * Removes settled rows of the quarantine.
   *
   * @param handle the transaction's handle
   * @param before those that were put aside before this time
   * @param limit the most at once
   * @return how many were removed
   */
  public static int dropSettled(Handle handle, Instant before, int limit) {
    return drop(
        handle, "quarantine", "outcome IS NOT NULL AND quarantined_at < :before", before, limit);
  }

  /**
   * Uploads that have ended.
   *
   * @param handle a handle
   * @param before those that ended before this time
   * @param limit the most at once
   * @return the uploads
   */
  public static List<EndedUpload> uploads(Handle handle, Instant before, int limit) {
    return handle
        .createQuery(
            "SELECT id, source_id FROM upload_jobs WHERE status IN ('completed', 'failed')"
                + " AND updated_at < :before ORDER BY id LIMIT :limit")
        .bind("before", before)
        .bind("limit", limit)
        .mapTo(EndedUpload.class)
        .list();
  }

  /**
   * Removes uploads.
   *
   * @param handle the transaction's handle
   * @param ended which ones
   * @return how many were removed
   */
  public static int dropUploads(Handle handle, List<EndedUpload> ended) {
    try (PreparedBatch delete = handle.prepareBatch("DELETE FROM upload_jobs WHERE id = ?")) {
      ended.forEach(upload -> delete.add(upload.id()));
      delete.execute();
    }
    return ended.size();
  }

  /** The subquery is a table of its own, since MySQL limits no other and changes none it reads. */
  private static int drop(
      Handle handle, String table, String condition, Instant before, int limit) {
    return handle
        .createUpdate(
            "DELETE FROM "
                + table
                + " WHERE id IN (SELECT id FROM (SELECT o.id FROM "
                + table
                + " o WHERE "
                + condition
                + " ORDER BY o.id LIMIT :limit) d)")
        .bind("before", before)
        .bind("limit", limit)
        .execute();
  }
}
