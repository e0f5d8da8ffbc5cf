package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.core.StoreTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The rows put aside. Stateless. */
public final class QuarantineLedger {
  /** What became of a row that a replay stored. */
  public static final String ACCEPTED = "accepted";

  /** What became of a row of which the store has a later state. */
  public static final String SUPERSEDED = "superseded";

  private static final int MOST_KEYS = 100_000;

  private QuarantineLedger() {}

  /**
   * Puts rows aside. A row that is there already, at the same position with the same content, is
   * not put aside again.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param runId the run that met them
   * @param entries the rows
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void add(
      Connection connection,
      String sourceId,
      String runId,
      List<QuarantineEntry> entries,
      Instant at)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO quarantine (source_id, run_id, position, raw, raw_format, reason, message,"
                + " row_key, content_hash, quarantined_at) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                + " FROM (SELECT 1 AS one) d WHERE NOT EXISTS (SELECT 1 FROM quarantine"
                + " WHERE source_id = ? AND content_hash = ? AND outcome IS NULL)")) {
      String now = StoreTime.text(at);
      for (QuarantineEntry entry : entries) {
        String hash = hash(entry.position() + '\n' + entry.raw());
        Sql.bind(
            insert,
            sourceId,
            runId,
            entry.position(),
            entry.raw().replace("\0", "\u2400"),
            entry.json() ? "json" : "text",
            entry.reason(),
            entry.message().replace("\0", "\u2400"),
            entry.rowKey(),
            hash,
            now,
            sourceId,
            hash);
        insert.executeUpdate();
      }
    }
  }

  /**
   * The keys of a source's rows in quarantine.
   *
   * @param connection a connection
   * @param sourceId the source
   * @return known keys, of the newest 100,000 rows
   * @throws SQLException if the database refuses
   */
  public static Set<String> keys(Connection connection, String sourceId) throws SQLException {
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT row_key FROM quarantine WHERE source_id = ? AND outcome IS NULL"
                + " AND row_key IS NOT NULL ORDER BY id DESC LIMIT "
                + MOST_KEYS,
            row -> row.getString(1),
            sourceId));
  }

  /**
   * Notes that the source has brought a later state of a row.
   *
   * @param connection the transaction's connection
   * @param sourceId the source
   * @param rowKey the row's key
   * @throws SQLException if the database refuses
   */
  public static void supersede(Connection connection, String sourceId, String rowKey)
      throws SQLException {
    Sql.update(
        connection,
        "UPDATE quarantine SET outcome = ? WHERE source_id = ? AND row_key = ?"
            + " AND outcome IS NULL",
        SUPERSEDED,
        sourceId,
        rowKey);
  }

  /**
   * Settles a row.
   *
   * @param connection the transaction's connection
   * @param id the row in quarantine
   * @param outcome what became of it
   * @param at when
   * @return false if it was settled already
   * @throws SQLException if the database refuses
   */
  public static boolean settle(Connection connection, long id, String outcome, Instant at)
      throws SQLException {
    return Sql.update(
            connection,
            "UPDATE quarantine SET outcome = ?, replayed_at = ? WHERE id = ? AND outcome IS NULL",
            outcome,
            outcome.equals(ACCEPTED) ? StoreTime.text(at) : null,
            id)
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
   * @param connection a connection
   * @param sourceId the source
   * @param afterId only rows after this one
   * @param limit the most rows
   * @return the rows
   * @throws SQLException if the database refuses
   */
  public static List<Replayable> replayable(
      Connection connection, String sourceId, long afterId, int limit) throws SQLException {
    return Sql.list(
        connection,
        "SELECT id, run_id, raw, position, quarantined_at FROM quarantine WHERE source_id = ?"
            + " AND id > ? AND outcome IS NULL AND raw_format = 'json' ORDER BY id LIMIT "
            + limit,
        row ->
            new Replayable(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                StoreTime.parse(row.getString(5))),
        sourceId,
        afterId);
  }

  /**
   * Counts the rows of a source that are in quarantine.
   *
   * @param connection a connection
   * @param sourceId the source
   * @return how many
   * @throws SQLException if the database refuses
   */
  public static long count(Connection connection, String sourceId) throws SQLException {
    return Sql.one(
            connection,
            "SELECT COUNT(*) FROM quarantine WHERE source_id = ? AND outcome IS NULL",
            row -> row.getLong(1),
            sourceId)
        .orElse(0L);
  }

  /**
   * Lists rows, newest first, one more than asked for if there are more.
   *
   * @param connection a connection
   * @param query which ones; its token is the id of the last row already seen
   * @return the rows
   * @throws SQLException if the database refuses
   */
  public static List<QuarantinedRow> list(Connection connection, QuarantineQuery query)
      throws SQLException {
    StringBuilder sql =
        new StringBuilder(
            "SELECT id, source_id, run_id, position, raw, reason, message, quarantined_at"
                + " FROM quarantine WHERE outcome IS NULL");
    List<Object> parameters = new ArrayList<>();
    if (query.sourceId() != null) {
      sql.append(" AND source_id = ?");
      parameters.add(query.sourceId());
    }
    if (query.reason() != null) {
      sql.append(" AND reason = ?");
      parameters.add(query.reason());
    }
    if (query.token() != null) {
      sql.append(" AND id < ?");
      parameters.add(Long.parseLong(query.token()));
    }
    sql.append(" ORDER BY id DESC LIMIT ").append(query.limit() + 1);
    return Sql.list(
        connection,
        sql.toString(),
        row ->
            new QuarantinedRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                StoreTime.parse(row.getString(8)),
                null),
        parameters.toArray());
  }

  private static String hash(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
