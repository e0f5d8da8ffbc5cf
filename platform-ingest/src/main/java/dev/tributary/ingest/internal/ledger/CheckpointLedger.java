package dev.tributary.ingest.internal.ledger;

import dev.tributary.api.connector.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints. Names of partitions that do not fit the table are kept as a hash, with the name
 * in front of the state. Stateless.
 */
public final class CheckpointLedger {
  private static final int MOST_NAME = 400;
  private static final String HASHED = "#sha256:";
  private static final String OF_STREAM = " WHERE source_id = :source AND stream = :stream";
  private static final String OF_PARTITION = OF_STREAM + " AND partition_name = :partition";
  private static final String INSERT =
      "INSERT INTO checkpoints (source_id, stream, partition_name, state, revision, updated_at)"
          + " SELECT :source, :stream, :partition, :state, 1, :at FROM (SELECT 1 AS one) d"
          + " WHERE NOT EXISTS (SELECT 1 FROM checkpoints"
          + OF_PARTITION
          + ")";

  private CheckpointLedger() {}

  /**
   * Where checkpoints belong.
   *
   * @param sourceId the source
   * @param stream the stream
   */
  public record Place(String sourceId, String stream) {}

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
   * @param handle a handle
   * @param place the source, the stream
   * @return state by partition
   */
  public static Map<String, Stored> all(Handle handle, Place place) {
    Map<String, Stored> states = new HashMap<>();
    at(
            handle.createQuery(
                "SELECT partition_name, state, revision FROM checkpoints" + OF_STREAM),
            place)
        .map((row, context) -> named(row))
        .forEach(found -> states.put(found.partition(), found.stored()));
    return states;
  }

  /**
   * Stores a state in place of the one that was read.
   *
   * @param handle the transaction's handle
   * @param place the source, the stream
   * @param checkpoint the new state
   * @param known the state it follows; null if there was none
   * @param at when
   * @return the state as stored, null if it was forgotten
   * @throws FencedException if somebody else has stored another state since
   */
  public static @Nullable Stored store(
      Handle handle, Place place, Checkpoint checkpoint, @Nullable Stored known, Instant at) {
    String partition = checkpoint.partition();
    boolean hashed = partition.length() > MOST_NAME || partition.startsWith(HASHED);
    String name = hashed ? HASHED + Sha256.hex(partition) : partition;
    String value = checkpoint.value();
    int changed;
    if (value == null) {
      changed = known == null ? 1 : delete(handle, place, name, known.revision());
    } else {
      String state = hashed ? partition.length() + ":" + partition + value : value;
      changed =
          known == null
              ? insert(handle, place, name, state, at)
              : update(handle, place, name, new Stored(state, known.revision()), at);
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
   * @param handle the transaction's handle
   * @param place the source, the stream
   */
  public static void forget(Handle handle, Place place) {
    at(handle.createUpdate("DELETE FROM checkpoints" + OF_STREAM), place).execute();
  }

  private static int delete(Handle handle, Place place, String name, long revision) {
    return at(
            handle.createUpdate(
                "DELETE FROM checkpoints" + OF_PARTITION + " AND revision = :revision"),
            place)
        .bind("partition", name)
        .bind("revision", revision)
        .execute();
  }

  private static int insert(Handle handle, Place place, String name, String state, Instant at) {
    return at(handle.createUpdate(INSERT), place)
        .bind("partition", name)
        .bind("state", state)
        .bind("at", at)
        .execute();
  }

  private static int update(Handle handle, Place place, String name, Stored next, Instant at) {
    return at(
            handle.createUpdate(
                "UPDATE checkpoints SET state = :state, revision = revision + 1, updated_at = :at"
                    + OF_PARTITION
                    + " AND revision = :revision"),
            place)
        .bind("partition", name)
        .bind("state", next.state())
        .bind("revision", next.revision())
        .bind("at", at)
        .execute();
  }

  private static <S extends SqlStatement<S>> S at(S statement, Place place) {
    return statement.bind("source", place.sourceId()).bind("stream", place.stream());
  }

  /** A state with the partition it belongs to. */
  private record Named(String partition, Stored stored) {}

  private static Named named(ResultSet row) throws SQLException {
    String name = row.getString("partition_name");
    String state = row.getString("state");
    if (name.startsWith(HASHED)) {
      int colon = state.indexOf(':');
      int end = colon + 1 + Integer.parseInt(state.substring(0, colon));
      name = state.substring(colon + 1, end);
      state = state.substring(end);
    }
    return new Named(name, new Stored(state, row.getLong("revision")));
  }
}
