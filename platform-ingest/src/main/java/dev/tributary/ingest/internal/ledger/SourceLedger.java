package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Freshness;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The sources and data centers. Stateless. */
public final class SourceLedger {
  private static final String FACTS =
      "SELECT id, data_center_id, stream,"
          + " CASE WHEN paused = 0 THEN NULL ELSE COALESCE(paused_reason, '') END AS paused_reason,"
          + " consecutive_failures, last_run_started_at, last_success_at, last_event_time,"
          + " last_new_data_at, freshness, freshness_cause, generation, created_at FROM sources";

  private SourceLedger() {}

  /**
   * Makes sure that a data center is known.
   *
   * @param handle the transaction's handle
   * @param center the data center
   * @param at when
   */
  public static void register(Handle handle, DataCenterConfig center, Instant at) {
    int known =
        handle
            .createUpdate("UPDATE data_centers SET name = :name, updated_at = :at WHERE id = :id")
            .bindMethods(center)
            .bind("at", at)
            .execute();
    if (known == 0) {
      handle
          .createUpdate(
              "INSERT INTO data_centers (id, name, status, created_at, updated_at)"
                  + " VALUES (:id, :name, 'unknown', :at, :at)")
          .bindMethods(center)
          .bind("at", at)
          .execute();
    }
  }

  /**
   * Makes sure that a source is known.
   *
   * @param handle the transaction's handle
   * @param source the source
   * @param at when
   */
  public static void register(Handle handle, SourceConfig source, Instant at) {
    double seconds = source.every().toMillis() / 1000.0;
    int known =
        handle
            .createUpdate(
                "UPDATE sources SET data_center_id = :dataCenterId, kind = :kind,"
                    + " dataset = :dataset, cadence_seconds = :cadence, updated_at = :at"
                    + " WHERE id = :id")
            .bindMethods(source)
            .bind("cadence", seconds)
            .bind("at", at)
            .execute();
    if (known == 0) {
      handle
          .createUpdate(
              "INSERT INTO sources (id, data_center_id, kind, stream, dataset, cadence_seconds,"
                  + " created_at, updated_at) VALUES (:id, :dataCenterId, :kind, :chosen,"
                  + " :dataset, :cadence, :at, :at)")
          .bindMethods(source)
          .bind("chosen", source.stream().orElse(""))
          .bind("cadence", seconds)
          .bind("at", at)
          .execute();
    }
  }

  /**
   * What is known of a source.
   *
   * @param handle a handle
   * @param sourceId its id
   * @return the facts, if it is known
   */
  public static Optional<SourceFacts> facts(Handle handle, String sourceId) {
    return handle
        .createQuery(FACTS + " WHERE id = :id")
        .bind("id", sourceId)
        .mapTo(SourceFacts.class)
        .findOne();
  }

  /**
   * What is known of all sources.
   *
   * @param handle a handle
   * @return the facts in order of the ids
   */
  public static List<SourceFacts> all(Handle handle) {
    return handle.createQuery(FACTS + " ORDER BY id").mapTo(SourceFacts.class).list();
  }

  /**
   * The datasets that the sources of one data center collect into.
   *
   * @param handle a handle
   * @param dataCenterId the data center
   * @return their names
   */
  public static List<String> datasetsOf(Handle handle, String dataCenterId) {
    return handle
        .createQuery(
            "SELECT DISTINCT dataset FROM sources WHERE data_center_id = :id ORDER BY dataset")
        .bind("id", dataCenterId)
        .mapTo(String.class)
        .list();
  }

  /**
   * Notes that a run begins.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param stream what is read of it
   * @param at when
   */
  public static void began(Handle handle, String sourceId, String stream, Instant at) {
    handle
        .createUpdate(
            "UPDATE sources SET last_run_started_at = :at, stream = :stream WHERE id = :id")
        .bind("at", at)
        .bind("stream", stream)
        .bind("id", sourceId)
        .execute();
  }

  /**
   * Notes that a run ended without failing.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param began when the run began
   * @param at when it ended
   */
  public static void succeeded(Handle handle, String sourceId, Instant began, Instant at) {
    handle
        .createUpdate(
            "UPDATE sources SET last_run_started_at = :began, last_success_at = :at,"
                + " consecutive_failures = 0 WHERE id = :id")
        .bind("began", began)
        .bind("at", at)
        .bind("id", sourceId)
        .execute();
    synced(handle, sourceId, at);
  }

  /**
   * Notes that the data center of a source got what it has.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param at when
   */
  public static void synced(Handle handle, String sourceId, Instant at) {
    handle
        .createUpdate(
            "UPDATE data_centers SET last_sync = :at WHERE id ="
                + " (SELECT data_center_id FROM sources WHERE id = :id)")
        .bind("at", at)
        .bind("id", sourceId)
        .execute();
  }

  /**
   * Notes that a run failed.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param began when the run began
   */
  public static void failed(Handle handle, String sourceId, Instant began) {
    handle
        .createUpdate(
            "UPDATE sources SET last_run_started_at = :began,"
                + " consecutive_failures = consecutive_failures + 1 WHERE id = :id")
        .bind("began", began)
        .bind("id", sourceId)
        .execute();
  }

  /**
   * Notes that a source brought something new.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param eventTime the newest event time of what it brought; null if it has none
   * @param at when
   */
  public static void brought(
      Handle handle, String sourceId, @Nullable Instant eventTime, Instant at) {
    handle
        .createUpdate("UPDATE sources SET last_new_data_at = :at WHERE id = :id")
        .bind("at", at)
        .bind("id", sourceId)
        .execute();
    if (eventTime != null) {
      handle
          .createUpdate(
              "UPDATE sources SET last_event_time = :newest WHERE id = :id"
                  + " AND (last_event_time IS NULL OR last_event_time < :newest)")
          .bind("newest", eventTime)
          .bind("id", sourceId)
          .execute();
    }
  }

  /**
   * Pauses a source, or takes it up again.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param reason why it is paused; null to take it up again
   * @return false if it was so already
   */
  public static boolean pause(Handle handle, String sourceId, @Nullable String reason) {
    return handle
            .createUpdate(
                "UPDATE sources SET paused = :paused, paused_reason = :reason"
                    + " WHERE id = :id AND paused <> :paused")
            .bind("paused", reason == null ? 0 : 1)
            .bind("reason", reason)
            .bind("id", sourceId)
            .execute()
        == 1;
  }

  /**
   * Begins a full pass.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   */
  public static void nextGeneration(Handle handle, String sourceId) {
    handle
        .createUpdate("UPDATE sources SET generation = generation + 1 WHERE id = :id")
        .bind("id", sourceId)
        .execute();
  }

  /**
   * Stores a verdict on freshness.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param freshness the verdict
   */
  public static void freshness(Handle handle, String sourceId, Freshness freshness) {
    handle
        .createUpdate(
            "UPDATE sources SET freshness = :state, freshness_cause = :cause WHERE id = :id")
        .bind("state", freshness.state())
        .bind("cause", freshness.cause())
        .bind("id", sourceId)
        .execute();
  }

  /**
   * The data centers.
   *
   * @param handle a handle
   * @return them in order of the ids
   */
  public static List<CenterFacts> centers(Handle handle) {
    return handle
        .createQuery("SELECT id, name, status, last_sync FROM data_centers ORDER BY id")
        .mapTo(CenterFacts.class)
        .list();
  }

  /**
   * Stores the status of a data center.
   *
   * @param handle the transaction's handle
   * @param dataCenterId the data center
   * @param status the status
   * @param at when
   */
  public static void status(
      Handle handle, String dataCenterId, DataCenterStatus status, Instant at) {
    handle
        .createUpdate("UPDATE data_centers SET status = :status, updated_at = :at WHERE id = :id")
        .bind("status", status)
        .bind("at", at)
        .bind("id", dataCenterId)
        .execute();
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
}
