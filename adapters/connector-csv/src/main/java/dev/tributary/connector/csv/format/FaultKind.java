package dev.tributary.connector.csv.format;

/** What is wrong with a row, or why lines of the file are no rows. */
public enum FaultKind {
  /** Lines before the table: titles, notes, metadata. */
  PREAMBLE(false),
  /** Lines after the table: notes, sources, a lone total. */
  FOOTER(false),
  /** A comment line inside the table. */
  COMMENT(false),
  /** Lines of another table in the same file. */
  OTHER_TABLE(false),
  /** The header once more, as in files that were joined end to end. */
  REPEATED_HEADER(false),
  /** A quote where none may stand; it was taken as a plain character. */
  STRAY_QUOTE(true),
  /** A quoted field that never ends. */
  UNCLOSED_QUOTE(true),
  /** Fewer fields than columns. */
  TOO_FEW_FIELDS(true),
  /** More fields than columns. */
  TOO_MANY_FIELDS(true),
  /** Bytes that are no characters of the file's encoding. */
  INVALID_BYTES(true),
  /** NUL bytes inside the row. */
  NUL_BYTES(true),
  /** The record is longer than the limit. */
  RECORD_TOO_LONG(true);

  private final boolean damage;

  FaultKind(boolean damage) {
    this.damage = damage;
  }

  /**
   * Tells damaged rows from lines that are no rows at all.
   *
   * @return true for a damaged row, false for a line outside the table
   */
  public boolean damage() {
    return damage;
  }
}
