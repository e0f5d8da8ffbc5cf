package dev.tributary.nl2sql.internal.frame;

/** What a column is for, when its rows are looked at. */
public enum Role {
  /** It says when. */
  TIME,
  /** It names what the row is about. */
  CATEGORY,
  /** It says how much. */
  MEASURE,
  /** Nobody would draw it: keys and things that are neither words nor numbers. */
  OTHER
}
