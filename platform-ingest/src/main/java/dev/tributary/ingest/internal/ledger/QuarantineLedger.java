package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows put aside. Stateless. */
public final class QuarantineLedger {
  /** What became of a row that a replay stored. */
  public static final String ACCEPTED = "accepted";

  /** What became of a row of which the store has a later state. */
  public static final String SUPERSEDED = "superseded";

  private static final int MOST_KEYS = 100_000;
  private static final String WAITING = " WHERE outcome IS NULL";
  private static final String INSERT =
      "INSERT INTO quarantine (source_id, run_id, position, raw, raw_format, reason, message,"
          + " row_key, content_hash, quarantined_at) SELECT :source, :run, :position, :raw,"
          + " :format, :reason, :message, :key, :hash, :at FROM (SELECT 1 AS one) d"
          + " WHERE NOT EXISTS (SELECT 1 FROM quarantine"
          + WAITING
          + " AND source_id = :source AND content_hash = :hash)";

  private QuarantineLedger() {}

  /**
   * Puts rows aside. A row that is there already, at the same position with the same content, is
   * not put aside again.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param runId the run that met them
   * @param entries the rows
   * @param at when
   * @return those that were put aside
   */
  public static List<QuarantineEntry> add(
      Handle handle, String sourceId, String runId, List<QuarantineEntry> entries, Instant at) {
    // One by one: the rows of a batch may repeat each other.
    return entries.stream().filter(entry -> add(handle, sourceId, runId, entry, at)).toList();
  }

  private static boolean add(
      Handle handle, String sourceId, String runId, QuarantineEntry entry, Instant at) {
    return handle
            .createUpdate(INSERT)
            .bind("source", sourceId)
            .bind("run", runId)
            .bind("position", entry.position())
            .bind("raw", storable(entry.raw()))
            .bind("format", entry.json() ? "json" : "text")
            .bind("reason", entry.reason())
            .bind("message", storable(entry.message()))
            .bind("key", entry.rowKey())
            .bind("hash", Sha256.hex(entry.position() + '\n' + entry.raw()))
            .bind("at", at)
            .execute()
        == 1;
  }

  /** PostgreSQL holds no NUL in texts. */
  private static String storable(String text) {
    return text.replace("\0", "\u2400");
  }

  /**
   * The keys of a source's rows in quarantine.
   *
   * @param handle a handle
   * @param sourceId the source
   * @return known keys, of the newest 100,000 rows
   */
  public static Set<String> keys(Handle handle, String sourceId) {
    return handle
        .createQuery(
            "SELECT row_key FROM quarantine"
                + WAITING
                + " AND source_id = :source AND row_key IS NOT NULL ORDER BY id DESC LIMIT :most")
        .bind("source", sourceId)
        .bind("most", MOST_KEYS)
        .mapTo(String.class)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Notes that the source has brought a later state of a row.
   *
   * @param handle the transaction's handle
   * @param sourceId the source
   * @param rowKey the row's key
   */
  public static void supersede(Handle handle, String sourceId, String rowKey) {
    handle
        .createUpdate(
            "UPDATE quarantine SET outcome = :outcome"
                + WAITING
                + " AND source_id = :source AND row_key = :key")
        .bind("outcome", SUPERSEDED)
        .bind("source", sourceId)
        .bind("key", rowKey)
        .execute();
  }

  /**
   * Settles a row.
   *
   * @param handle the transaction's handle
   * @param id the row in quarantine
   * @param outcome what became of it
   * @param at when
   * @return false if it was settled already
   */
  public static boolean settle(Handle handle, long id, String outcome, Instant at) {
    return handle
            .createUpdate(
                "UPDATE quarantine SET outcome = :outcome, replayed_at = :at"
                    + WAITING
                    + " AND id = :id")
            .bind("outcome", outcome)
            .bind("at", outcome.equals(ACCEPTED) ? at : null)
            .bind("id", id)
            .execute()
        == 1;
  }

  /**
   * A row that can be replayed.
   *
   * @param id its id in quarantine
   * @param runId the run that met it
   * @param raw the row as JSON
   * @param position where it stands
   * @param quarantinedAt when it was put aside
   */
  public record Replayable(
      long id, String runId, String raw, String position, Instant quarantinedAt) {}

  /**
   * Rows of a source that can be replayed, oldest first.
   *
   * @param handle a handle
   * @param sourceId the source
   * @param afterId only rows after this one
   * @param limit the most rows
   * @return the rows
   */
  public static List<Replayable> replayable(
      Handle handle, String sourceId, long afterId, int limit) {
    return handle
        .createQuery(
            "SELECT id, run_id, raw, position, quarantined_at FROM quarantine"
                + WAITING
                + " AND source_id = :source AND id > :after AND raw_format = 'json'"
                + " ORDER BY id LIMIT :limit")
        .bind("source", sourceId)
        .bind("after", afterId)
        .bind("limit", limit)
        .mapTo(Replayable.class)
        .list();
  }

  /**
   * Counts the rows of a source that are in quarantine.
   *
   * @param handle a handle
   * @param sourceId the source
   * @return how many
   */
  public static long count(Handle handle, String sourceId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM quarantine" + WAITING + " AND source_id = :source")
        .bind("source", sourceId)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Lists rows, newest first, one more than asked for if there are more.
   *
   * @param handle a handle
   * @param query which ones; its token is the id of the last row already seen
   * @return the rows
   */
  public static List<QuarantinedRow> list(Handle handle, QuarantineQuery query) {
    String token = query.token();
    Conditions where =
        new Conditions()
            .and("source_id = :source", "source", query.sourceId())
            .and("reason = :reason", "reason", query.reason())
            .and("id < :token", "token", token == null ? null : Long.valueOf(token));
    return handle
        .createQuery(
            "SELECT id, source_id, run_id, position, raw, reason, message, quarantined_at,"
                + " replayed_at FROM quarantine"
                + where.sql()
                + " AND outcome IS NULL ORDER BY id DESC LIMIT :limit")
        .bindMap(where.values())
        .bind("limit", query.limit() + 1)
        .mapTo(QuarantinedRow.class)
        .list();
  }
}
