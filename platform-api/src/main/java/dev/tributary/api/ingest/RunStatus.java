package dev.tributary.api.ingest;

/** How a run stands. */
public enum RunStatus {
  /** It goes on. */
  RUNNING,
  /** Everything was read and stored. */
  SUCCEEDED,
  /** It was read to the end, and some rows or parts were not accepted. */
  PARTIAL,
  /** It could not be read to the end. What was stored before stays. */
  FAILED,
  /** It was stopped in order, after the batch in hand. */
  STOPPED,
  /** The process that ran it ended without saying so; another run went on from its checkpoint. */
  INTERRUPTED
}
