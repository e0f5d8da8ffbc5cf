package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.core.StoreTime;
import dev.tributary.ingest.internal.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The runs. Stateless. */
public final class RunLedger {
  private static final String SELECT =
      "SELECT id, source_id, status, trigger_kind, started_at, finished_at, records_read,"
          + " records_ingested, records_unchanged, records_quarantined, records_deleted, progress,"
          + " errors FROM ingestion_runs";

  private RunLedger() {}

  /**
   * Notes that a run begins, and that runs of the same source that never ended were interrupted.
   * Those can store nothing any more: every batch asks whether its run still goes on.
   *
   * @param handle the transaction's handle
   * @param run the run
   * @param dataCenterId the source's data center
   * @return the runs that had been interrupted
   */
  public static List<String> begin(Handle handle, Run run, String dataCenterId) {
    String same = run.trigger() == RunTrigger.UPLOAD ? "=" : "<>";
    List<String> orphans =
        handle
            .createQuery(
                "SELECT id FROM ingestion_runs WHERE source_id = :source AND status = 'running'"
                    + " AND trigger_kind "
                    + same
                    + " 'upload'")
            .bind("source", run.sourceId())
            .mapTo(String.class)
            .list();
    for (String orphan : orphans) {
      interrupt(handle, orphan, run.startedAt());
    }
    handle
        .createUpdate(
            "INSERT INTO ingestion_runs (id, source_id, data_center_id, status, trigger_kind,"
                + " started_at, errors)"
                + " VALUES (:id, :source, :dataCenter, 'running', :trigger, :at, '[]')")
        .bind("id", run.id())
        .bind("source", run.sourceId())
        .bind("dataCenter", dataCenterId)
        .bind("trigger", run.trigger())
        .bind("at", run.startedAt())
        .execute();
    return orphans;
  }

  /**
   * Marks every run that is noted as going on as interrupted. For stores that one process owns.
   *
   * @param handle the transaction's handle
   * @param at when
   * @return source by run
   */
  public static Map<String, String> interruptAll(Handle handle, Instant at) {
    Map<String, String> orphans = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT id, source_id FROM ingestion_runs WHERE status = 'running' ORDER BY id")
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("source_id")))
        .forEach(run -> orphans.put(run.getKey(), run.getValue()));
    for (String orphan : orphans.keySet()) {
      interrupt(handle, orphan, at);
    }
    return orphans;
  }

  private static void interrupt(Handle handle, String runId, Instant at) {
    handle
        .createUpdate(
            "UPDATE ingestion_runs SET status = 'interrupted', finished_at = :at"
                + " WHERE id = :id AND status = 'running'")
        .bind("at", at)
        .bind("id", runId)
        .execute();
  }

  /**
   * Notes how far a run has come.
   *
   * @param handle the transaction's handle
   * @param runId the run
   * @param counts what became of its rows so far
   * @param progress percent, or null
   * @return false if the run does not go on any more as far as the store knows
   */
  public static boolean progress(
      Handle handle, String runId, RunCounts counts, @Nullable Integer progress) {
    return handle
            .createUpdate(
                "UPDATE ingestion_runs SET records_read = :read, records_ingested = :ingested,"
                    + " records_unchanged = :unchanged, records_quarantined = :quarantined,"
                    + " records_deleted = :deleted, progress = :progress"
                    + " WHERE id = :id AND status = 'running'")
            .bindMethods(counts)
            .bind("progress", progress)
            .bind("id", runId)
            .execute()
        == 1;
  }

  /**
   * Notes that a run ended.
   *
   * @param handle the transaction's handle
   * @param run the run as it ended
   * @return false if the run did not go on any more as far as the store knows
   */
  public static boolean finish(Handle handle, Run run) {
    return progress(handle, run.id(), run.counts(), run.progress())
        && handle
                .createUpdate(
                    "UPDATE ingestion_runs SET status = :status, finished_at = :at,"
                        + " errors = :errors WHERE id = :id")
                .bind("status", run.status())
                .bind("at", run.finishedAt())
                .bind("errors", Json.text(run.errors().stream().map(RunLedger::plain).toList()))
                .bind("id", run.id())
                .execute()
            == 1;
  }

  /**
   * Finds a run.
   *
   * @param handle a handle
   * @param runId its id
   * @return the run, if there is one
   */
  public static Optional<Run> find(Handle handle, String runId) {
    return handle
        .createQuery(SELECT + " WHERE id = :id")
        .bind("id", runId)
        .map(RunLedger::read)
        .findOne();
  }

  /**
   * Finds the newest run of a source.
   *
   * @param handle a handle
   * @param sourceId the source
   * @return the run, if there has been one
   */
  public static Optional<Run> latest(Handle handle, String sourceId) {
    return handle
        .createQuery(
            SELECT + " WHERE source_id = :source ORDER BY started_at DESC, id DESC LIMIT 1")
        .bind("source", sourceId)
        .map(RunLedger::read)
        .findOne();
  }

  /**
   * Lists runs, newest first, one more than asked for if there are more.
   *
   * @param handle a handle
   * @param query which ones; its token is the id of the last run already seen
   * @return the runs
   */
  public static List<Run> list(Handle handle, RunQuery query) {
    Conditions where =
        new Conditions()
            .and("source_id = :source", "source", query.sourceId())
            .and("status = :status", "status", query.status())
            .and("id < :token", "token", query.token());
    return handle
        .createQuery(SELECT + where.sql() + " ORDER BY id DESC LIMIT :limit")
        .bindMap(where.values())
        .bind("limit", query.limit() + 1)
        .map(RunLedger::read)
        .list();
  }

  private static Run read(ResultSet row, StatementContext context) throws SQLException {
    String finished = row.getString("finished_at");
    int progress = row.getInt("progress");
    boolean noProgress = row.wasNull();
    return new Run(
        row.getString("id"),
        row.getString("source_id"),
        RunStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        RunTrigger.valueOf(row.getString("trigger_kind").toUpperCase(Locale.ROOT)),
        StoreTime.parse(row.getString("started_at")),
        finished == null ? null : StoreTime.parse(finished),
        counts(row),
        noProgress ? null : progress,
        errors(row.getString("errors")));
  }

  /** Reads what became of the rows of a run or an upload. */
  static RunCounts counts(ResultSet row) throws SQLException {
    return new RunCounts(
        row.getLong("records_read"),
        row.getLong("records_ingested"),
        row.getLong("records_unchanged"),
        row.getLong("records_quarantined"),
        row.getLong("records_deleted"));
  }

  private static Map<String, String> plain(RunError error) {
    return Map.of("code", error.code(), "place", error.place(), "message", error.message());
  }

  private static List<RunError> errors(String json) {
    Object list = Json.object("{\"errors\":" + json + "}").get("errors");
    List<RunError> errors = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(list)) {
      Map<?, ?> error = (Map<?, ?>) item;
      errors.add(
          new RunError(
              text(error.get("code")), text(error.get("place")), text(error.get("message"))));
    }
    return errors;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
