package dev.tributary.api.connector;

/** How a stream is read. */
public enum ReadMode {
  /** Only what came or changed since the checkpoint. Rows deleted at the source stay. */
  INCREMENTAL,
  /**
   * The whole stream, again on every pass. A pass that is cut short goes on from its checkpoint;
   * after a complete pass the next one begins with no checkpoints. The platform can then mark rows
   * that a pass did not bring as deleted.
   */
  FULL
}
