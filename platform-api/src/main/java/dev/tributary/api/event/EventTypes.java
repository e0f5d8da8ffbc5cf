package dev.tributary.api.event;

/** The types of events that collection appends. */
public final class EventTypes {
  /** A run began. Subject: the source. Data: run_id. */
  public static final String RUN_STARTED = "run.started";

  /** A batch was stored. Subject: the source. Data: run_id and the counts of the batch. */
  public static final String BATCH_STORED = "batch.stored";

  /** A run ended. Subject: the source. Data: run_id, status, counts and errors. */
  public static final String RUN_FINISHED = "run.finished";

  /** Rows went to quarantine. Subject: the source. Data: run_id, count, and counts by reason. */
  public static final String ROWS_QUARANTINED = "rows.quarantined";

  /** Rows left quarantine. Subject: the source. Data: accepted, superseded, kept. */
  public static final String ROWS_REPLAYED = "rows.replayed";

  /** A source changed its columns or key. Subject: the source. Data: stream, version, changes. */
  public static final String SCHEMA_CHANGED = "schema.changed";

  /** A source's freshness changed. Subject: the source. Data: from, to, cause, reason. */
  public static final String SOURCE_FRESHNESS_CHANGED = "source.freshness_changed";

  /** A source was paused or resumed. Subject: the source. Data: paused, reason. */
  public static final String SOURCE_PAUSED = "source.paused";

  /** A data center's status changed. Subject: the data center. Data: from, to, sources. */
  public static final String DATA_CENTER_STATUS_CHANGED = "data_center.status_changed";

  /**
   * An uploaded file is safe on disk and waits to be read. Subject: the source. Data: job_id,
   * file_name, source_type ({@code csv} or {@code json}).
   */
  public static final String UPLOAD_ACCEPTED = "upload.accepted";

  /** An uploaded file was read. Subject: the source. Data: job_id, run_id, file_name and counts. */
  public static final String UPLOAD_COMPLETED = "upload.completed";

  /** An uploaded file could not be read. Subject: the source. Data: job_id, file_name, error. */
  public static final String UPLOAD_FAILED = "upload.failed";

  /**
   * A question got its outcome. Subject: its request id. Data: session_id, outcome, reason,
   * elapsed_ms, tokens, steps, and for answers generator, rows, from_cache.
   */
  public static final String QUESTION_FINISHED = "question.finished";

  private EventTypes() {}
}
