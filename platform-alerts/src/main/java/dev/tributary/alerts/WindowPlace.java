package dev.tributary.alerts;

/** Where the windows of rules are kept besides memory, between one snapshot and the next. */
public enum WindowPlace {
  /** Nowhere: the snapshots in the central store are enough. */
  MEMORY,
  /** In the central store, as rows of their own. */
  STORE,
  /** On a Redis or Valkey server, and in the central store as long as that does not work. */
  REDIS
}
