package dev.tributary.ingest.internal.ledger;

import dev.tributary.core.StoreTime;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources and data centers. Stateless. */
public final class SourceLedger {
  private static final String FACTS =
      "SELECT id, data_center_id, stream, paused, paused_reason, consecutive_failures,"
          + " last_run_started_at, last_success_at, last_event_time, last_new_data_at, freshness,"
          + " freshness_cause, generation, created_at FROM sources";

  private SourceLedger() {}

  /**
   * Makes sure that a data center is known.
   *
   * @param connection the transaction's connection
   * @param center the data center
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void register(Connection connection, DataCenterConfig center, Instant at)
      throws SQLException {
    String now = StoreTime.text(at);
    int known =
        Sql.update(
            connection,
            "UPDATE data_centers SET name = ?, updated_at = ? WHERE id = ?",
            center.name(),
            now,
            center.id());
    if (known == 0) {
      Sql.update(
          connection,
          "INSERT INTO data_centers (id, name, status, created_at, updated_at)"
              + " VALUES (?, ?, 'unknown', ?, ?)",
          center.id(),
          center.name(),
          now,
          now);
    }
  }

  /**
   * Makes sure that a source is known.
   *
   * @param connection the transaction's connection
   * @param source the source
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void register(Connection connection, SourceConfig source, Instant at)
      throws SQLException {
    String now = StoreTime.text(at);
    int known =
        Sql.update(
            connection,
            "UPDATE sources SET data_center_id = ?, kind = ?, dataset = ?, updated_at = ?,"
                + " cadence_seconds = "
                + source.every().toMillis() / 1000.0
                + " WHERE id = ?",
            source.dataCenterId(),
            source.kind(),
            source.dataset(),
            now,
            source.id());
    if (known == 0) {
      Sql.update(
          connection,
          "INSERT INTO sources (id, data_center_id, kind, stream, dataset, cadence_seconds,"
              + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, "
              + source.every().toMillis() / 1000.0
              + ", ?, ?)",
          source.id(),
          source.dataCenterId(),
          source.kind(),
          source.stream().orElse(""),
          source.dataset(),
          now,
          now);
    }
  }

  /**
   * What is known of a source.
   *
   * @param connection a connection
   * @param sourceId its id
   * @return the facts, if it is known
   * @throws SQLException if the database refuses
   */
  public static Optional<SourceFacts> facts(Connection connection, String sourceId)
      throws SQLException {
    return Sql.one(connection, FACTS + " WHERE id = ?", SourceLedger::read, sourceId);
  }

  /**
   * What is known of all sources.
   *
   * @param connection a connection
   * @return the facts in order of the ids
   * @throws SQLException if the database refuses
   */
  public static List<SourceFacts> all(Connection connection) throws SQLException {
    return Sql.list(connection, FACTS + " ORDER BY id", SourceLedger::read);
  }

  /**
   * The datasets that the sources of one data center collect into.
   *
   * @param connection a connection
   * @param dataCenterId the data center
   * @return their names
   * @throws SQLException if the database refuses
   */
  public static List<String> datasetsOf(Connection connection, String dataCenterId)
      throws SQLException {
    return Sql.list(
        connection,
        "SELECT DISTINCT dataset FROM sources WHERE data_center_id = ? ORDER BY dataset",
        row -> row.getString(1),
        dataCenterId);
  }

  /**
   * Notes that a run begins.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param stream what is read of it
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void began(Connection connection, String sourceId, String stream, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE sources SET last_run_started_at = ?, stream = ? WHERE id = ?",
        StoreTime.text(at),
        stream,
        sourceId);
  }

  /**
   * Notes that a run ended without failing.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param began when the run began
   * @param at when it ended
   * @throws SQLException if the database refuses
   */
  public static void succeeded(Connection connection, String sourceId, Instant began, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE sources SET last_run_started_at = ?, last_success_at = ?,"
            + " consecutive_failures = 0 WHERE id = ?",
        StoreTime.text(began),
        StoreTime.text(at),
        sourceId);
    synced(connection, sourceId, at);
  }

  /**
   * Notes that the data center of a source got what it has.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void synced(Connection connection, String sourceId, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE data_centers SET last_sync = ? WHERE id ="
            + " (SELECT data_center_id FROM sources WHERE id = ?)",
        StoreTime.text(at),
        sourceId);
  }

  /**
   * Notes that a run failed.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param began when the run began
   * @throws SQLException if the database refuses
   */
  public static void failed(Connection connection, String sourceId, Instant began)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE sources SET last_run_started_at = ?,"
            + " consecutive_failures = consecutive_failures + 1 WHERE id = ?",
        StoreTime.text(began),
        sourceId);
  }

  /**
   * Notes that a source brought something new.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param eventTime the newest event time of what it brought; null if it has none
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void brought(
      Connection connection, String sourceId, @Nullable Instant eventTime, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE sources SET last_new_data_at = ? WHERE id = ?",
        StoreTime.text(at),
        sourceId);
    if (eventTime != null) {
      String newest = StoreTime.text(eventTime);
      Sql.update(
          connection,
          "UPDATE sources SET last_event_time = ? WHERE id = ?"
              + " AND (last_event_time IS NULL OR last_event_time < ?)",
          newest,
          sourceId,
          newest);
    }
  }

  /**
   * Pauses a source, or takes it up again.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param reason why it is paused; null to take it up again
   * @return false if it was so already
   * @throws SQLException if the database refuses
   */
  public static boolean pause(Connection connection, String sourceId, @Nullable String reason)
      throws SQLException {
    return Sql.update(
            connection,
            "UPDATE sources SET paused = ?, paused_reason = ? WHERE id = ? AND paused <> ?",
            reason == null ? 0 : 1,
            reason,
            sourceId,
            reason == null ? 0 : 1)
        == 1;
  }

  /**
   * Begins a full pass.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @throws SQLException if the database refuses
   */
  public static void nextGeneration(Connection connection, String sourceId) throws SQLException {
    Sql.update(connection, "UPDATE sources SET generation = generation + 1 WHERE id = ?", sourceId);
  }

  /**
   * Stores a verdict on freshness.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param state the state
   * @param cause the cause
   * @throws SQLException if the database refuses
   */
  public static void freshness(Connection connection, String sourceId, String state, String cause)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE sources SET freshness = ?, freshness_cause = ? WHERE id = ?",
        state,
        cause,
        sourceId);
  }

  /**
   * The data centers.
   *
   * @param connection a connection
   * @return them in order of the ids
   * @throws SQLException if the database refuses
   */
  public static List<CenterFacts> centers(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT id, name, status, last_sync FROM data_centers ORDER BY id",
        row ->
            new CenterFacts(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Moments.read(row.getString(4))));
  }

  /**
   * Stores the status of a data center.
   *
   * @param connection the transaction's connection
   * @param dataCenterId the data center
   * @param status the status
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void status(Connection connection, String dataCenterId, String status, Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE data_centers SET status = ?, updated_at = ? WHERE id = ?",
        status,
        StoreTime.text(at),
        dataCenterId);
  }

  /**
   * What the store knows of a data center.
   *
   * @param id its id
   * @param name its name for people
   * @param status the status last decided
   * @param lastSync when a run of one of its sources last succeeded
   */
  public record CenterFacts(String id, String name, String status, @Nullable Instant lastSync) {}

  private static SourceFacts read(ResultSet row) throws SQLException {
    boolean paused = row.getInt(4) != 0;
    String reason = row.getString(5);
    return new SourceFacts(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        paused ? (reason == null ? "" : reason) : null,
        row.getInt(6),
        Moments.read(row.getString(7)),
        Moments.read(row.getString(8)),
        Moments.read(row.getString(9)),
        Moments.read(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getLong(13),
        StoreTime.parse(row.getString(14)));
  }
}
