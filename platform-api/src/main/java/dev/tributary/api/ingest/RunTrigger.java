package dev.tributary.api.ingest;

/** What made a run begin. */
public enum RunTrigger {
  /** The source's schedule. */
  SCHEDULE,
  /** Somebody asked for it. */
  REQUEST,
  /** A file was uploaded. */
  UPLOAD
}
