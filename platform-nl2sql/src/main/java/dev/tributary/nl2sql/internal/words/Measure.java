package dev.tributary.nl2sql.internal.words;

import java.util.List;

/**
 * A word that measures, such as older or maximum.
 *
 * @param degree its form
 * @param high whether much of the measure is meant
 * @param anything whether it may measure anything
 * @param measures what it measures, as words names may contain
 */
public record Measure(Degree degree, boolean high, boolean anything, List<String> measures) {
  /** Copies the list. */
  public Measure {
    measures = List.copyOf(measures);
  }

  /** The form of a word that measures. */
  public enum Degree {
    /** Old. */
    POSITIVE,
    /** Older. */
    COMPARATIVE,
    /** Oldest. */
    SUPERLATIVE
  }
}
