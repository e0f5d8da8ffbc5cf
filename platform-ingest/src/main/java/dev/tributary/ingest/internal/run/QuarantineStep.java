package dev.tributary.ingest.internal.run;

import dev.tributary.ingest.internal.ledger.QuarantineEntry;
import dev.tributary.ingest.internal.ledger.QuarantineLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Puts a batch's refused rows aside, and drops from quarantine the rows of which the batch brings a
 * later state. Both go in the order of the source, so that of a good and a bad state of one row the
 * later one counts.
 */
final class QuarantineStep {
  private final Handle handle;
  private final String sourceId;
  private final String runId;
  private final Instant at;
  private final Set<String> keys;
  private final List<QuarantineEntry> waiting = new ArrayList<>();
  private final List<QuarantineEntry> added = new ArrayList<>();

  QuarantineStep(Handle handle, String sourceId, String runId, Instant at, Set<String> known) {
    this.handle = handle;
    this.sourceId = sourceId;
    this.runId = runId;
    this.at = at;
    this.keys = new HashSet<>(known);
  }

  /** Stores, and returns the keys in quarantine afterwards. */
  Set<String> store(MappedBatch batch) {
    RowKeys rowKeys = new RowKeys(batch.dataset());
    int next = 0;
    List<@Nullable Object[]> rows = batch.rows();
    List<MappedBatch.Refusal> refusals = batch.refusals();
    for (int index = 0; index < rows.size(); index++) {
      while (next < refusals.size() && refusals.get(next).after() <= index) {
        put(refusals.get(next++).entry());
      }
      if (keys.isEmpty()) {
        if (next == refusals.size()) {
          break;
        }
        continue;
      }
      supersede(rowKeys.ofRow(rows.get(index)));
    }
    while (next < refusals.size()) {
      put(refusals.get(next++).entry());
    }
    flush();
    return keys;
  }

  /** What was put aside. A row that is read again, and lies there already, is none of it. */
  List<QuarantineEntry> added() {
    return added;
  }

  private void put(QuarantineEntry entry) {
    waiting.add(entry);
    if (entry.rowKey() != null) {
      keys.add(entry.rowKey());
    }
  }

  private void supersede(String key) {
    if (keys.remove(key)) {
      flush();
      QuarantineLedger.supersede(handle, sourceId, key);
    }
  }

  private void flush() {
    added.addAll(QuarantineLedger.add(handle, sourceId, runId, waiting, at));
    waiting.clear();
  }
}
