package dev.tributary.ingest.config;

/** What to do when a source changes its columns or key. */
public enum SchemaAction {
  /** Take the change over: a new column of the source becomes a new column of the dataset. */
  EVOLVE,
  /** Note the change and go on with the columns that the mapping knows. */
  IGNORE,
  /** Put rows of the changed shape aside until an operator resumes the source or replays them. */
  QUARANTINE,
  /** Read no further until an operator resumes the source. */
  PAUSE
}
