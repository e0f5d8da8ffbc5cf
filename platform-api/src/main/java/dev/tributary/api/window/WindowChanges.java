package dev.tributary.api.window;

import java.util.List;

/**
 * What became different in the windows of a rule.
 *
 * @param before the revision that the changes build upon; {@link WindowState#NONE} if the records
 *     are everything there is
 * @param revision the revision they lead to, above the one before
 * @param records the records that are new, different or gone, each at most once
 */
public record WindowChanges(long before, long revision, List<WindowRecord> records) {
  /** Refuses a revision that does not lead on, and copies the records. */
  public WindowChanges {
    if (revision < 0 || revision <= before) {
      throw new IllegalArgumentException(
          "Changes that lead from revision " + before + " to " + revision + ": choose a later one");
    }
    records = List.copyOf(records);
  }
}
