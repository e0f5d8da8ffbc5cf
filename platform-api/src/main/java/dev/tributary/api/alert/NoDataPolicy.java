package dev.tributary.api.alert;

/** What it means for a rule that a window has no value to judge. */
public enum NoDataPolicy {
  /** Nothing: the alert stays as it is. */
  KEEP,
  /** The condition is not true. */
  NORMAL,
  /** The condition is true. */
  ALERT,
  /** The alert goes to {@link AlertState#NO_DATA}, unless it is firing. */
  REPORT
}
