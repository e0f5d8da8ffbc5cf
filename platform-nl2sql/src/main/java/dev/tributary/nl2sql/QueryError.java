package dev.tributary.nl2sql;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What can go wrong when a query runs. */
public enum QueryError implements ErrorCode {
  /** The text is not one query. */
  NOT_A_QUERY(ErrorKind.CALLER),
  /** The server did not accept the query, or stopped it. */
  REFUSED_BY_SERVER(ErrorKind.CALLER),
  /** The query took longer than it may. */
  TIME_LIMIT(ErrorKind.CAPACITY),
  /** The query was cancelled, or the calling thread interrupted. */
  CANCELLED(ErrorKind.CALLER);

  private final ErrorKind kind;

  QueryError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
