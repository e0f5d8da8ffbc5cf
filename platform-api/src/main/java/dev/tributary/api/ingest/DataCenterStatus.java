package dev.tributary.api.ingest;

/** What the states of a data center's sources amount to. */
public enum DataCenterStatus {
  /** No source has been read yet. */
  UNKNOWN,
  /** Every source is fresh. */
  UP,
  /** Some source is getting old, paused or partly failing. */
  DEGRADED,
  /** Some source is late, though none fails. */
  STALE,
  /** Some source fails and is late. */
  FAILING,
  /** Every source fails. */
  DOWN
}
