package dev.tributary.http.internal.problem;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What can be wrong with a request before it reaches the platform. */
public enum HttpError implements ErrorCode {
  /** What came is not an HTTP request. */
  MALFORMED_REQUEST(400, ErrorKind.CALLER),
  /** No route has this path. */
  ROUTE_NOT_FOUND(404, ErrorKind.CALLER),
  /** The path exists, but not with this method. */
  METHOD_NOT_ALLOWED(405, ErrorKind.CALLER),
  /** A parameter in the path or query is unknown, missing, given twice or has a bad value. */
  INVALID_PARAMETER(400, ErrorKind.CALLER),
  /** The body cannot be read as what it claims to be. */
  MALFORMED_BODY(400, ErrorKind.CALLER),
  /** The connection broke before the body was complete. */
  INCOMPLETE_BODY(400, ErrorKind.CALLER),
  /** What is to be made is there already. */
  CONFLICT(409, ErrorKind.CALLER),
  /** The body is larger than the configured limit. */
  BODY_TOO_LARGE(413, ErrorKind.CALLER),
  /** The body's media type is not one that this route reads. */
  UNSUPPORTED_MEDIA_TYPE(415, ErrorKind.CALLER),
  /** A web page of an origin that is not on the list called. */
  ORIGIN_NOT_ALLOWED(403, ErrorKind.CALLER),
  /** The SQL may not run. */
  SQL_REFUSED(422, ErrorKind.CALLER),
  /** The server did not accept the SQL. */
  QUERY_FAILED(422, ErrorKind.CALLER),
  /** Somebody stopped the question or query. */
  QUERY_CANCELLED(409, ErrorKind.CALLER),
  /** The query took longer than it may. */
  QUERY_TIME_LIMIT(504, ErrorKind.CAPACITY),
  /** Nothing could write SQL for the question, because what does is out of order. */
  GENERATOR_FAILED(502, ErrorKind.REMOTE),
  /** A fault of ours on the way to an answer. */
  QUERY_BROKEN(500, ErrorKind.INTERNAL),
  /** As many event streams are open as the configuration allows. */
  TOO_MANY_STREAMS(503, ErrorKind.CAPACITY);

  private final int status;
  private final ErrorKind kind;

  HttpError(int status, ErrorKind kind) {
    this.status = status;
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }

  int status() {
    return status;
  }
}
