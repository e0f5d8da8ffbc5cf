package dev.tributary.connector.rest.internal.read;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.connector.rest.internal.json.RowMaker;
import java.util.List;

/** A page in parts of bounded size. The last part carries rejected rows and checkpoint. */
final class Parts {
  private final RowMaker.Records records;
  private final List<Checkpoint> checkpoints;
  private final int maxRows;
  private int handedOut;
  private boolean ended;

  Parts(RowMaker.Records records, List<Checkpoint> checkpoints, int maxRows) {
    this.records = records;
    this.checkpoints = checkpoints;
    this.maxRows = maxRows;
    // A page without anything in it is worth a batch only for its checkpoint.
    this.ended = records.rows().isEmpty() && records.rejected().isEmpty() && checkpoints.isEmpty();
  }

  boolean hasNext() {
    return !ended;
  }

  SourceBatch next() {
    int from = handedOut;
    handedOut = Math.min(records.rows().size(), from + maxRows);
    ended = handedOut == records.rows().size();
    return new SourceBatch(
        records.schema(),
        records.rows().subList(from, handedOut),
        ended ? records.rejected() : List.of(),
        ended ? checkpoints : List.of());
  }
}
