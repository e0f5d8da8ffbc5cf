package dev.tributary.api.query;

/** The steps from a question to its answer. */
public enum Stage {
  /** Words are linked to tables, columns, stored values and times. */
  GROUND,
  /** SQL is proposed. */
  GENERATE,
  /** The SQL is examined. */
  GATE,
  /** SQL that was refused or failed goes back with its error. */
  REPAIR,
  /** The SQL runs. */
  EXECUTE,
  /** Chart, insights and words are made from the rows. */
  DESCRIBE
}
