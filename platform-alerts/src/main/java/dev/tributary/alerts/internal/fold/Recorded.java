package dev.tributary.alerts.internal.fold;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.Transition;

/**
 * A transition and its place in the log.
 *
 * @param id unique and rising: the id of the log entry that led to it, and its number among those
 *     of the entry
 * @param rule the rule
 * @param transition what changed
 * @param status the alert right after
 */
public record Recorded(long id, AlertRule rule, Transition transition, AlertStatus status) {
  /** The most transitions of one log entry: {@value}. */
  static final long PER_ENTRY = 1_000_000;

  /**
   * Makes the id.
   *
   * @param entry the id of the log entry
   * @param number the number of the transition among those of the entry
   * @return the id
   */
  static long id(long entry, int number) {
    if (number >= PER_ENTRY) {
      throw new IllegalStateException(
          "log entry " + entry + " leads to more than " + PER_ENTRY + " transitions");
    }
    return entry * PER_ENTRY + number;
  }
}
