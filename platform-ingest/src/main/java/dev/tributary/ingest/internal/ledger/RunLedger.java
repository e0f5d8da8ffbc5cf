package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunError;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.ingest.RunTrigger;
import dev.tributary.core.StoreTime;
import dev.tributary.ingest.internal.json.Json;
import java.sql.Connection;
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
import org.jspecify.annotations.Nullable;

/** The runs. Stateless. */
public final class RunLedger {
  private static final String COLUMNS =
      "SELECT id, source_id, status, trigger_kind, started_at, finished_at, records_read,"
          + " records_ingested, records_unchanged, records_quarantined, records_deleted, progress,"
          + " errors FROM ingestion_runs";
  private static final String RUNNING = word(RunStatus.RUNNING);
  private static final String UPLOAD = word(RunTrigger.UPLOAD);

  private RunLedger() {}

  /**
   * Notes that a run begins, and that runs of the same source that never ended were interrupted.
   * Those can store nothing any more: every batch asks whether its run still goes on.
   *
   * @param connection the transaction's connection
   * @param run the run
   * @param dataCenterId the source's data center
   * @return the runs that had been interrupted
   * @throws SQLException if the database refuses
   */
  public static List<String> begin(Connection connection, Run run, String dataCenterId)
      throws SQLException {
    boolean upload = run.trigger() == RunTrigger.UPLOAD;
    String same = upload ? " AND trigger_kind = ?" : " AND trigger_kind <> ?";
    List<String> orphans =
        Sql.list(
            connection,
            "SELECT id FROM ingestion_runs WHERE source_id = ? AND status = ?" + same,
            row -> row.getString(1),
            run.sourceId(),
            RUNNING,
            UPLOAD);
    for (String orphan : orphans) {
      interrupt(connection, orphan, run.startedAt());
    }
    Sql.update(
        connection,
        "INSERT INTO ingestion_runs (id, source_id, data_center_id, status, trigger_kind,"
            + " started_at, errors) VALUES (?, ?, ?, ?, ?, ?, '[]')",
        run.id(),
        run.sourceId(),
        dataCenterId,
        RUNNING,
        word(run.trigger()),
        StoreTime.text(run.startedAt()));
    return orphans;
  }

  /**
   * Marks every run that is noted as going on as interrupted. For stores that one process owns.
   *
   * @param connection the transaction's connection
   * @param at when
   * @return source by run
   * @throws SQLException if the database refuses
   */
  public static Map<String, String> interruptAll(Connection connection, Instant at)
      throws SQLException {
    Map<String, String> orphans = new LinkedHashMap<>();
    Sql.list(
        connection,
        "SELECT id, source_id FROM ingestion_runs WHERE status = ? ORDER BY id",
        row -> String.valueOf(orphans.put(row.getString(1), row.getString(2))),
        RUNNING);
    for (String orphan : orphans.keySet()) {
      interrupt(connection, orphan, at);
    }
    return orphans;
  }

  private static void interrupt(Connection connection, String runId, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE ingestion_runs SET status = ?, finished_at = ? WHERE id = ? AND status = ?",
        word(RunStatus.INTERRUPTED),
        StoreTime.text(at),
        runId,
        RUNNING);
  }

  /**
   * Notes how far a run has come.
   *
   * @param connection the transaction's connection
   * @param runId the run
   * @param counts what became of its rows so far
   * @param progress percent, or null
   * @return false if the run does not go on any more as far as the store knows
   * @throws SQLException if the database refuses
   */
  public static boolean progress(
      Connection connection, String runId, RunCounts counts, @Nullable Integer progress)
      throws SQLException {
    return Sql.update(
            connection,
            "UPDATE ingestion_runs SET records_read = ?, records_ingested = ?,"
                + " records_unchanged = ?, records_quarantined = ?, records_deleted = ?,"
                + " progress = "
                + (progress == null ? "NULL" : progress.toString())
                + " WHERE id = ? AND status = ?",
            counts.read(),
            counts.ingested(),
            counts.unchanged(),
            counts.quarantined(),
            counts.deleted(),
            runId,
            RUNNING)
        == 1;
  }

  /**
   * Notes that a run ended.
   *
   * @param connection the transaction's connection
   * @param run the run as it ended
   * @return false if the run did not go on any more as far as the store knows
   * @throws SQLException if the database refuses
   */
  public static boolean finish(Connection connection, Run run) throws SQLException {
    return progress(connection, run.id(), run.counts(), run.progress())
        && Sql.update(
                connection,
                "UPDATE ingestion_runs SET status = ?, finished_at = ?, errors = ? WHERE id = ?",
                word(run.status()),
                Moments.text(run.finishedAt()),
                Json.text(run.errors().stream().map(RunLedger::plain).toList()),
                run.id())
            == 1;
  }

  /**
   * Finds a run.
   *
   * @param connection a connection
   * @param runId its id
   * @return the run, if there is one
   * @throws SQLException if the database refuses
   */
  public static Optional<Run> find(Connection connection, String runId) throws SQLException {
    return Sql.one(connection, COLUMNS + " WHERE id = ?", RunLedger::read, runId);
  }

  /**
   * Finds the newest run of a source.
   *
   * @param connection a connection
   * @param sourceId the source
   * @return the run, if there has been one
   * @throws SQLException if the database refuses
   */
  public static Optional<Run> latest(Connection connection, String sourceId) throws SQLException {
    return Sql.one(
        connection,
        COLUMNS + " WHERE source_id = ? ORDER BY started_at DESC, id DESC LIMIT 1",
        RunLedger::read,
        sourceId);
  }

  /**
   * Lists runs, newest first, one more than asked for if there are more.
   *
   * @param connection a connection
   * @param query which ones; its token is the id of the last run already seen
   * @return the runs
   * @throws SQLException if the database refuses
   */
  public static List<Run> list(Connection connection, RunQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder(COLUMNS).append(" WHERE 1 = 1");
    List<Object> parameters = new ArrayList<>();
    if (query.sourceId() != null) {
      sql.append(" AND source_id = ?");
      parameters.add(query.sourceId());
    }
    if (query.status() != null) {
      sql.append(" AND status = ?");
      parameters.add(word(query.status()));
    }
    if (query.token() != null) {
      sql.append(" AND id < ?");
      parameters.add(query.token());
    }
    sql.append(" ORDER BY id DESC LIMIT ").append(query.limit() + 1);
    return Sql.list(connection, sql.toString(), RunLedger::read, parameters.toArray());
  }

  private static Run read(ResultSet row) throws SQLException {
    int progress = row.getInt(12);
    boolean noProgress = row.wasNull();
    return new Run(
        row.getString(1),
        row.getString(2),
        RunStatus.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        RunTrigger.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        StoreTime.parse(row.getString(5)),
        Moments.read(row.getString(6)),
        new RunCounts(
            row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
        noProgress ? null : progress,
        errors(row.getString(13)));
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

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
