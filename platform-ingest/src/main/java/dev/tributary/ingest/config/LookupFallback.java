package dev.tributary.ingest.config;

/** What becomes of a value that a lookup does not hold. */
public enum LookupFallback {
  /** The row goes to quarantine. */
  REJECT,
  /** The value stays as it is. */
  KEEP,
  /** The column stays empty. */
  NULL
}
