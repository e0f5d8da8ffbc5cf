package dev.tributary.alerts.internal.lifecycle;

/** What an evaluation means for an alert. */
public enum Input {
  /** The condition holds. */
  TRUE,
  /** The condition does not hold. */
  FALSE,
  /** There is nothing to judge, and that is to be reported. */
  NO_DATA,
  /** The evaluation failed. */
  ERROR,
  /** The series is gone for good. */
  GONE
}
