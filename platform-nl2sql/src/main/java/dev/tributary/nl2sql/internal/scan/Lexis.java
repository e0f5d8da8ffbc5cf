package dev.tributary.nl2sql.internal.scan;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a dialect cuts text into tokens.
 *
 * @param traits where it departs from the standard
 */
public record Lexis(Set<Trait> traits) {

  /** A departure from standard SQL. */
  public enum Trait {
    /** A backslash escapes the next character of a string. */
    BACKSLASH_ESCAPES,
    /** Double quotes hold a string, not a name. */
    DOUBLE_QUOTED_STRINGS,
    /** Backticks quote names. */
    BACKTICKS,
    /** Square brackets quote names. */
    BRACKETED_NAMES,
    /** {@code $tag$} quotes strings. */
    DOLLAR_QUOTES,
    /** {@code $name} is a parameter. */
    DOLLAR_PARAMETERS,
    /** {@code E'..'} is a string with escapes. */
    ESCAPE_STRINGS,
    /** {@code #} begins a comment. */
    HASH_COMMENTS,
    /** {@code U&'..'} is a string with escapes. */
    UNICODE_STRINGS,
    /** Operators are runs of symbols, {@code @} and {@code #} among them. */
    OPERATOR_RUNS,
    /** Numbers may have other bases, as in {@code 0b101} and {@code 0o17}. */
    NUMBER_BASES,
    /** Digits of a number may be apart by underscores. */
    DIGIT_GROUPS,
    /** Comments nest. */
    NESTED_COMMENTS,
    /** {@code --} begins a comment only before a blank. */
    DASHES_NEED_BLANK,
    /** Names may begin with a digit. */
    DIGITS_BEGIN_NAMES,
    /** The server is unknown: what servers read in different ways is refused. */
    UNKNOWN_SERVER
  }

  /**
   * Makes a lexis.
   *
   * @param traits where it departs from the standard
   * @return the lexis
   */
  public static Lexis of(Trait... traits) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(Set.of(traits));
    return new Lexis(all);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
