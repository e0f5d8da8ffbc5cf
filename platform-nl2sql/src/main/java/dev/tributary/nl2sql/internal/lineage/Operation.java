package dev.tributary.nl2sql.internal.lineage;

/** What was done to get the values of a column. */
public enum Operation {
  /** They are as they are stored. */
  VALUE,
  /** Rows or values were counted. */
  COUNT,
  /** Different values were counted. */
  VARIETY,
  /** They were added up. */
  SUM,
  /** They are means. */
  AVERAGE,
  /** They are the least of their groups. */
  LEAST,
  /** They are the greatest of their groups. */
  GREATEST,
  /** Parts were divided by wholes. */
  SHARE,
  /** Parts were divided by wholes and multiplied by a hundred. */
  PERCENTAGE,
  /** Times were cut to days, months or other spans. */
  SPAN,
  /** Something else. */
  OTHER;

  /**
   * Whether values of several rows add up to something that makes sense.
   *
   * @return true for counts and sums
   */
  public boolean additive() {
    return this == COUNT || this == SUM;
  }

  /**
   * Whether the values are stored ones, so that they have the unit and kind of their column.
   *
   * @return true if none was made up
   */
  public boolean keepsValues() {
    return this == VALUE || this == LEAST || this == GREATEST;
  }

  /**
   * Whether many rows were drawn together into one.
   *
   * @return true for counts, sums, means, extremes and shares
   */
  public boolean aggregates() {
    return this != VALUE && this != SPAN && this != OTHER;
  }
}
