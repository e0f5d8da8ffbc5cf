package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.ingest.internal.ledger.QuarantineEntry;
import dev.tributary.ingest.internal.schema.SchemaVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch ready to be stored.
 *
 * @param dataset the dataset as it was when the rows were mapped
 * @param rows the rows that fit
 * @param refusals the rows that do not
 * @param checkpoints where reading goes on
 * @param schema what the batch's shape asks for; null while the shape does not change
 * @param newestEvent the newest event time of the rows that fit; null if they have none
 * @param progress the share done, in percent; null if it cannot be told
 */
record MappedBatch(
    Dataset dataset,
    List<@Nullable Object[]> rows,
    List<Refusal> refusals,
    List<Checkpoint> checkpoints,
    @Nullable SchemaVerdict schema,
    @Nullable Instant newestEvent,
    @Nullable Integer progress) {

  /** How many rows the source gave. */
  long read() {
    return (long) rows.size() + refusals.size();
  }

  /**
   * A row that does not fit.
   *
   * @param after how many rows of the batch that fit stand before it
   * @param entry what goes to quarantine
   * @param key its key's values; null if they are not known
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Refusal(int after, QuarantineEntry entry, @Nullable Object @Nullable [] key) {}
}
