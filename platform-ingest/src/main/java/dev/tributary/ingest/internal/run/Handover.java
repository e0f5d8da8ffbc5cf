package dev.tributary.ingest.internal.run;

import dev.tributary.api.connector.SourceFault;
import java.util.List;

/** What the reading thread hands to the storing one. */
sealed interface Handover {

  /**
   * A batch to store.
   *
   * @param batch the batch
   */
  record Next(MappedBatch batch) implements Handover {}

  /**
   * The source has nothing more to give.
   *
   * @param faults parts that could not be read
   */
  record End(List<SourceFault> faults) implements Handover {}

  /**
   * Reading failed.
   *
   * @param cause why
   */
  record Failure(Throwable cause) implements Handover {}
}
