package dev.tributary.nl2sql.internal.rule;

/** What the gate insists on, each with the id that verdicts and documents use. */
public enum Rule {
  /** The text has more bytes than allowed. */
  TEXT_LENGTH("text.length"),
  /** A character that no dialect needs outside quotes. */
  TEXT_CHARACTER("text.character"),
  /** A quote or comment that does not end. */
  TEXT_UNTERMINATED("text.unterminated"),
  /** A comment that some servers execute. */
  TEXT_EXECUTABLE_COMMENT("text.executable_comment"),
  /** Text that servers cut into tokens in different ways. */
  TEXT_AMBIGUOUS("text.ambiguous"),
  /** More tokens than allowed. */
  TEXT_TOKENS("text.tokens"),
  /** Deeper nesting than allowed, or brackets that do not match. */
  TEXT_NESTING("text.nesting"),
  /** Nothing to run. */
  STATEMENT_EMPTY("statement.empty"),
  /** More than one statement. */
  STATEMENT_MULTIPLE("statement.multiple"),
  /** Not a query. */
  STATEMENT_KIND("statement.kind"),
  /** The parser does not understand it. */
  SYNTAX_UNKNOWN("syntax.unknown"),
  /** The parser took too long. */
  SYNTAX_TIME("syntax.time"),
  /** What the parser understood differs from what was written. */
  SYNTAX_UNFAITHFUL("syntax.unfaithful"),
  /** A construct that is not on the list of constructs. */
  CONSTRUCT_UNLISTED("construct.unlisted"),
  /** A query that writes its result somewhere. */
  SELECT_INTO("select.into"),
  /** A query that locks rows. */
  ROW_LOCK("row.lock"),
  /** A user or system variable. */
  VARIABLE("variable"),
  /** A function that reads or writes outside tables, waits, administers or eats memory. */
  FUNCTION_HAZARD("function.hazard"),
  /** A function that is not on the list of functions. */
  FUNCTION_UNLISTED("function.unlisted"),
  /** A function asked for more output than allowed. */
  FUNCTION_SIZE("function.size"),
  /** A system catalog. */
  TABLE_SYSTEM("table.system"),
  /** A table that the catalog does not have. */
  TABLE_UNKNOWN("table.unknown"),
  /** A column that the catalog does not have. */
  COLUMN_UNKNOWN("column.unknown"),
  /** A recursive query that nothing stops. */
  RECURSION_UNBOUNDED("recursion.unbounded"),
  /** A row limit that is not a number. */
  LIMIT_NOT_LITERAL("limit.not_literal");

  private final String id;

  Rule(String id) {
    this.id = id;
  }

  /**
   * The id.
   *
   * @return lower case, with a dot
   */
  public String id() {
    return id;
  }
}
