package dev.tributary.api.window;

import java.util.List;

/**
 * What is kept of the windows of a rule.
 *
 * @param revision what was written last; {@link #NONE} if nothing was
 * @param records the records in any order, none of them empty
 */
public record WindowState(long revision, List<WindowRecord> records) {
  /** The revision of what was never written: {@value}. */
  public static final long NONE = -1;

  /** Copies the records. */
  public WindowState {
    records = List.copyOf(records);
  }

  /**
   * What is kept of a rule that was never written.
   *
   * @return nothing
   */
  public static WindowState none() {
    return new WindowState(NONE, List.of());
  }
}
