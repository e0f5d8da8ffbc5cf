package dev.tributary.api.alert;

/** Where an alert is in its life. */
public enum AlertState {
  /** Nothing is wrong, and nothing was. */
  INACTIVE,
  /** The condition is true, and not yet for long enough. */
  PENDING,
  /** The condition has been true for long enough. */
  FIRING,
  /** The condition is no longer true, and not yet for long enough. */
  RECOVERING,
  /** Nothing is wrong any more. */
  RESOLVED,
  /** There is nothing to judge. */
  NO_DATA,
  /** It cannot be judged: the evaluation failed. */
  ERROR;

  /**
   * Tells whether people count this as an alert that is on.
   *
   * @return true while firing or recovering
   */
  public boolean active() {
    return this == FIRING || this == RECOVERING;
  }
}
