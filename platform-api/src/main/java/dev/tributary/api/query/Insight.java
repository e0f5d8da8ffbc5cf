package dev.tributary.api.query;

/**
 * Something that stands out in the rows of an answer.
 *
 * @param kind what it is about, such as {@code leader}, {@code trend} or {@code outlier}
 * @param severity how much it matters
 * @param text it, in a sentence
 */
public record Insight(String kind, Severity severity, String text) {

  /** How much something matters. */
  public enum Severity {
    /** Good to know. */
    LOW,
    /** Worth a look. */
    MEDIUM,
    /** Worth acting on. */
    HIGH
  }
}
