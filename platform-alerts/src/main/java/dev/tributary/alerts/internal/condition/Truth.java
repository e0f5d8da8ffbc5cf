package dev.tributary.alerts.internal.condition;

/** What can be said of a condition at a moment. */
public enum Truth {
  /** It holds. */
  TRUE,
  /** It does not hold. */
  FALSE,
  /** There is no value to judge. */
  UNKNOWN
}
