package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.ingest.internal.ledger.CheckpointLedger;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Place;
import dev.tributary.ingest.internal.ledger.CheckpointLedger.Stored;
import dev.tributary.ingest.internal.ledger.SourceLedger;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
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

  static FullPass load(Handle handle, RunOrder order, long generation) {
    boolean full = order.source().mode() == ReadMode.FULL && order.ofSource();
    Place marker = new Place(order.source().id(), "pass:" + order.checkpoints());
    Stored stored = full ? CheckpointLedger.all(handle, marker).get("") : null;
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

  void begin(Handle handle, Instant at) {
    if (full && stored == null) {
      SourceLedger.nextGeneration(handle, marker.sourceId());
      generation++;
      mark(handle, CLEAN, at);
    }
  }

  void blemish(Handle handle, Instant at) {
    if (full && !blemished) {
      mark(handle, BLEMISHED, at);
      blemished = true;
    }
  }

  void end(Handle handle) {
    CheckpointLedger.forget(handle, marker);
  }

  private void mark(Handle handle, String state, Instant at) {
    stored = CheckpointLedger.store(handle, marker, Checkpoint.whole(state), stored, at);
  }
}
