package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of an answer is from.
 *
 * @param dataVersion changes whenever the data that was read may have; empty if unknown
 * @param asOf when the rows were read
 * @param sources the sources that fed the tables that were read
 */
public record Provenance(String dataVersion, Instant asOf, List<SourceAge> sources) {
  /**
   * Copies the list.
   *
   * @param dataVersion the version
   * @param asOf when the rows were read
   * @param sources the sources
   */
  public Provenance {
    sources = List.copyOf(sources);
  }

  /**
   * How old the data of a source is.
   *
   * @param sourceId the source
   * @param dataCenterId its data center
   * @param freshness its state, such as {@code fresh} or {@code late}
   * @param lastSuccess when it was last read without fault; null if never
   * @param lastEventTime the newest event time among its rows; null if it has none
   */
  public record SourceAge(
      String sourceId,
      String dataCenterId,
      String freshness,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastEventTime) {}
}
