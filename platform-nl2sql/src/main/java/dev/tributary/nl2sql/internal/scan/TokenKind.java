package dev.tributary.nl2sql.internal.scan;

/** What a token is. */
public enum TokenKind {
  /** A keyword or a name without quotes. */
  WORD,
  /** A name in quotes. */
  QUOTED,
  /** A character or bit string. */
  STRING,
  /** A number. */
  NUMBER,
  /** A place for a value bound later. */
  PARAMETER,
  /** An operator, bracket or separator. */
  SYMBOL
}
