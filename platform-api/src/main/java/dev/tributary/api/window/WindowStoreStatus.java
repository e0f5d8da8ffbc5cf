package dev.tributary.api.window;

import java.time.Instant;

/**
 * Which store windows are kept in at present.
 *
 * @param preferred the name of the store that was chosen
 * @param inUse the name of the one in use
 * @param since since when
 * @param reason why the chosen one is not in use; empty if it is
 */
public record WindowStoreStatus(String preferred, String inUse, Instant since, String reason) {
  /**
   * Tells whether another store stands in for the chosen one.
   *
   * @return true while the chosen one does not work
   */
  public boolean degraded() {
    return !preferred.equals(inUse);
  }
}
