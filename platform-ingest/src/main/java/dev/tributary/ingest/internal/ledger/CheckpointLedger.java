package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.core.StoreTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints. Names of partitions that do not fit the table are kept as a hash, with the name
 * in front of the state. Stateless.
 */
public final class CheckpointLedger {
  private static final int MOST_NAME = 400;
  private static final String HASHED = "#sha256:";

  private CheckpointLedger() {}

  /**
   * A state as it is stored.
   *
   * @param state the connector's words
   * @param revision how often it was stored, from 1
   */
  public record Stored(String state, long revision) {}

  /**
   * Reads all of a stream.
   *
   * @param connection a connection
   * @param sourceId the source
   * @param stream the stream
   * @return state by partition
   * @throws SQLException if the database refuses
   */
  public static Map<String, Stored> all(Connection connection, String sourceId, String stream)
      throws SQLException {
    Map<String, Stored> states = new HashMap<>();
    Sql.list(
        connection,
        "SELECT partition_name, state, revision FROM checkpoints WHERE source_id = ? AND stream = ?",
        row -> {
          String name = row.getString(1);
          String state = row.getString(2);
          if (name.startsWith(HASHED)) {
            int colon = state.indexOf(':');
            int end = colon + 1 + Integer.parseInt(state.substring(0, colon));
            name = state.substring(colon + 1, end);
            state = state.substring(end);
          }
          return states.put(name, new Stored(state, row.getLong(3)));
        },
        sourceId,
        stream);
    return states;
  }

  /**
   * Stores a state in place of the one that was read.
   *
   * @param connection the transaction's connection
   * @param place the source, the stream
   * @param checkpoint the new state
   * @param known the state it follows; null if there was none
   * @param at when
   * @return the state as stored, null if it was forgotten
   * @throws FencedException if somebody else has stored another state since
   * @throws SQLException if the database refuses
   */
  public static @Nullable Stored store(
      Connection connection, Place place, Checkpoint checkpoint, @Nullable Stored known, Instant at)
      throws SQLException {
    String partition = checkpoint.partition();
    boolean hashed = partition.length() > MOST_NAME || partition.startsWith(HASHED);
    String name = hashed ? HASHED + hash(partition) : partition;
    String value = checkpoint.value();
    int changed;
    if (value == null) {
      changed = known == null ? 1 : delete(connection, place, name, known.revision());
    } else {
      String state = hashed ? partition.length() + ":" + partition + value : value;
      changed =
          known == null
              ? insert(connection, place, name, state, at)
              : update(connection, place, name, state, known.revision(), at);
    }
    if (changed != 1) {
      throw new FencedException(
          "the checkpoint '" + partition + "' of source '" + place.sourceId() + "' has moved");
    }
    return value == null ? null : new Stored(value, known == null ? 1 : known.revision() + 1);
  }

  /**
   * Forgets all of a stream.
   *
   * @param connection the transaction's connection
   * @param place the source, the stream
   * @throws SQLException if the database refuses
   */
  public static void forget(Connection connection, Place place) throws SQLException {
    Sql.update(
        connection,
        "DELETE FROM checkpoints WHERE source_id = ? AND stream = ?",
        place.sourceId(),
        place.stream());
  }

  /**
   * Where checkpoints belong.
   *
   * @param sourceId the source
   * @param stream the stream
   */
  public record Place(String sourceId, String stream) {}

  private static int delete(Connection connection, Place place, String name, long revision)
      throws SQLException {
    return Sql.update(
        connection,
        "DELETE FROM checkpoints WHERE source_id = ? AND stream = ? AND partition_name = ?"
            + " AND revision = ?",
        place.sourceId(),
        place.stream(),
        name,
        revision);
  }

  private static int insert(
      Connection connection, Place place, String name, String state, Instant at)
      throws SQLException {
    return Sql.update(
        connection,
        "INSERT INTO checkpoints (source_id, stream, partition_name, state, revision, updated_at)"
            + " SELECT ?, ?, ?, ?, 1, ? FROM (SELECT 1 AS one) d WHERE NOT EXISTS (SELECT 1 FROM"
            + " checkpoints WHERE source_id = ? AND stream = ? AND partition_name = ?)",
        place.sourceId(),
        place.stream(),
        name,
        state,
        StoreTime.text(at),
        place.sourceId(),
        place.stream(),
        name);
  }

  private static int update(
      Connection connection, Place place, String name, String state, long revision, Instant at)
      throws SQLException {
    return Sql.update(
        connection,
        "UPDATE checkpoints SET state = ?, revision = revision + 1, updated_at = ?"
            + " WHERE source_id = ? AND stream = ? AND partition_name = ? AND revision = ?",
        state,
        StoreTime.text(at),
        place.sourceId(),
        place.stream(),
        name,
        revision);
  }

  private static String hash(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
