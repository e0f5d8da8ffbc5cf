package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.ingest.internal.ledger.CheckpointLedger;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Place;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Stored;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full pass over a source, which may take several runs. A marker beside the checkpoints says that
 * it is under way and whether it has met a row whose key is not known: such a pass cannot tell
 * which rows are gone.
 */
final class FullPass {
  private static final String CLEAN = "clean";
  private static final String BLEMISHED = "blemished";

  private final boolean full;
  private final Place marker;
  private long generation;
  private @Nullable Stored stored;
  private boolean blemished;

  private FullPass(boolean full, Place marker, long generation, @Nullable Stored stored) {
    this.full = full;
    this.marker = marker;
    this.generation = generation;
    this.stored = stored;
    this.blemished = stored != null && stored.state().equals(BLEMISHED);
  }

  static FullPass load(Connection connection, RunOrder order, long generation) throws SQLException {
    boolean full = order.source().mode() == ReadMode.FULL && order.ofSource();
    Place marker = new Place(order.source().id(), "pass:" + order.checkpoints());
    Stored stored =
        full ? CheckpointLedger.all(connection, marker.sourceId(), marker.stream()).get("") : null;
    return new FullPass(full, marker, generation, stored);
  }

  boolean full() {
    return full;
  }

  /** The number of the pass, null outside of full passes. */
  @Nullable Long generation() {
    return full ? generation : null;
  }

  boolean blemished() {
    return blemished;
  }

  void begin(Connection connection, Instant at) throws SQLException {
    if (full && stored == null) {
      SourceLedger.nextGeneration(connection, marker.sourceId());
      generation++;
      mark(connection, CLEAN, at);
    }
  }

  void blemish(Connection connection, Instant at) throws SQLException {
    if (full && !blemished) {
      mark(connection, BLEMISHED, at);
      blemished = true;
    }
  }

  void end(Connection connection) throws SQLException {
    CheckpointLedger.forget(connection, marker);
  }

  private void mark(Connection connection, String state, Instant at) throws SQLException {
    stored = CheckpointLedger.store(connection, marker, Checkpoint.whole(state), stored, at);
  }
}
