package dev.tributary.ingest.internal.run;

import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTransaction;
import dev.tributary.ingest.internal.ledger.Handles;
import dev.tributary.ingest.internal.metric.IngestMetrics;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What every run needs of the platform.
 *
 * @param store the central store
 * @param handles open what the ledgers work with
 * @param clock tells the time
 * @param ids makes ids
 * @param metrics what is measured
 */
public record Kernel(
    CentralStore store, Handles handles, InstantSource clock, Ids ids, IngestMetrics metrics) {

  /**
   * Reads the platform's own records.
   *
   * @param <T> what is read
   * @param work reads
   * @return what was read
   */
  public <T> T read(Function<Handle, T> work) {
    return store.<T, RuntimeException>read(connection -> {
      try (Handle handle = handles.over(connection)) {
        return work.apply(handle);
      }
    });
  }

  /**
   * What the ledgers work with in a transaction. It needs no closing: it ends with the transaction.
   *
   * @param transaction the transaction
   * @return a handle over its connection
   */
  public Handle handle(StoreTransaction transaction) {
    return handles.over(transaction.connection());
  }
}
