package dev.tributary.api.query;

/**
 * A column of an answer.
 *
 * @param name its label
 * @param kind what its values are
 * @param type the store's own name of its type
 * @param unit the unit of its values, such as {@code EUR}; empty for none
 */
public record AnswerColumn(String name, Kind kind, String type, String unit) {

  /** What values are. */
  public enum Kind {
    /** Words, names, codes. */
    TEXT,
    /** Numbers that can be added or compared. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Days, or longer spans of a calendar. */
    DATE,
    /** Points in time. */
    TIMESTAMP,
    /** Anything else. */
    OTHER
  }
}
