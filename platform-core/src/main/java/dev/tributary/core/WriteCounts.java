package dev.tributary.core;

/**
 * What became of rows handed to a {@link DatasetWriter}.
 *
 * @param stored rows that were new, had changed, or came back after having been deleted
 * @param unchanged rows that were there already with the same values, and rows that a later row of
 *     the same key replaced before they were stored
 */
public record WriteCounts(long stored, long unchanged) {
  /** Nothing yet. */
  public static final WriteCounts NONE = new WriteCounts(0, 0);

  /**
   * Adds up.
   *
   * @param other further counts
   * @return the sums
   */
  public WriteCounts plus(WriteCounts other) {
    return new WriteCounts(stored + other.stored, unchanged + other.unchanged);
  }
}
