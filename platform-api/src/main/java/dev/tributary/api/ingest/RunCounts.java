package dev.tributary.api.ingest;

/**
 * What became of the rows of a run. {@code read = ingested + unchanged + quarantined}.
 *
 * @param read rows that the source gave
 * @param ingested rows that were inserted or changed
 * @param unchanged rows that were there already, with the same values
 * @param quarantined rows that were not accepted
 * @param deleted stored rows that were found gone from the source
 */
public record RunCounts(long read, long ingested, long unchanged, long quarantined, long deleted) {
  /** Nothing yet. */
  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0);

  /**
   * Adds up.
   *
   * @param other further counts
   * @return the sums
   */
  public RunCounts plus(RunCounts other) {
    return new RunCounts(
        read + other.read,
        ingested + other.ingested,
        unchanged + other.unchanged,
        quarantined + other.quarantined,
        deleted + other.deleted);
  }
}
