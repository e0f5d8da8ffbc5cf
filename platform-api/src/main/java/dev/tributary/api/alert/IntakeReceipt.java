package dev.tributary.api.alert;

import java.util.List;

/**
 * What became of events that were handed in.
 *
 * @param taken how many are in the log
 * @param refusals the others
 * @param repeated true if they had come before with the same key; this then is the first receipt
 */
public record IntakeReceipt(int taken, List<Refusal> refusals, boolean repeated) {
  /** Copies the list. */
  public IntakeReceipt {
    refusals = List.copyOf(refusals);
  }

  /**
   * An event that was not taken.
   *
   * @param index its place among those handed in, from 0
   * @param code why, such as {@code too_far_in_future}
   * @param message why, in words
   */
  public record Refusal(int index, String code, String message) {}
}
