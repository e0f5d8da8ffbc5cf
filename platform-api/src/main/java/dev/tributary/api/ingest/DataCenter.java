package dev.tributary.api.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data center as collection sees it.
 *
 * @param id its id
 * @param name its name for people
 * @param status what its sources amount to
 * @param lastSync when a run of one of its sources last succeeded; null if none ever did
 * @param sourceIds its sources
 */
public record DataCenter(
    String id,
    String name,
    DataCenterStatus status,
    @Nullable Instant lastSync,
    List<String> sourceIds) {
  /** Copies the ids. */
  public DataCenter {
    sourceIds = List.copyOf(sourceIds);
  }
}
