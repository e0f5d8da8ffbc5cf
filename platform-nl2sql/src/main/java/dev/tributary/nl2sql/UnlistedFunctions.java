package dev.tributary.nl2sql;

/** What a gate does with functions that are neither on its list nor added to it. */
public enum UnlistedFunctions {
  /** They are refused. The default of a gate with a catalog. */
  REFUSE,
  /**
   * They pass unless their name says that they read files, wait, lock, administer or run SQL. The
   * default of a gate without a catalog, which cannot know what its server defines. A function of
   * one's own that writes is then for the read-only execution to stop.
   */
  SCREEN
}
