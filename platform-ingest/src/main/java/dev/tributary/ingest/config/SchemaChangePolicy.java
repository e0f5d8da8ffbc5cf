package dev.tributary.ingest.config;

/**
 * What to do for each class of change at the source.
 *
 * @param columnAdded the source has a column it did not have; default {@link SchemaAction#EVOLVE}
 * @param columnRemoved a column is gone; default {@link SchemaAction#IGNORE}
 * @param columnRetyped a column has another type; default {@link SchemaAction#IGNORE}, since a
 *     value that does not fit its column goes to quarantine anyway
 * @param keyChanged the source declares another key; default {@link SchemaAction#PAUSE}
 */
public record SchemaChangePolicy(
    SchemaAction columnAdded,
    SchemaAction columnRemoved,
    SchemaAction columnRetyped,
    SchemaAction keyChanged) {
  private static final SchemaChangePolicy DEFAULTS =
      new SchemaChangePolicy(
          SchemaAction.EVOLVE, SchemaAction.IGNORE, SchemaAction.IGNORE, SchemaAction.PAUSE);

  /**
   * The defaults.
   *
   * @return evolve, ignore, ignore, pause
   */
  public static SchemaChangePolicy ofDefaults() {
    return DEFAULTS;
  }
}
