package dev.tributary.api.alert;

/** How much an alert matters. */
public enum Severity {
  /** Good to know. */
  INFO,
  /** Somebody should look. */
  WARNING,
  /** Somebody has to act. */
  CRITICAL
}
