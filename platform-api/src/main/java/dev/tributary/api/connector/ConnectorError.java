package dev.tributary.api.connector;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What can be wrong with a source. */
public enum ConnectorError implements ErrorCode {
  /** It does not answer: unknown host, refused connection, time-out. */
  UNREACHABLE(ErrorKind.REMOTE),
  /** It answers with a failure of its own. */
  FAILED(ErrorKind.REMOTE),
  /** It asks for fewer requests. */
  RATE_LIMITED(ErrorKind.TRANSIENT),
  /** It does not accept the credentials. */
  UNAUTHORIZED(ErrorKind.CONFIGURATION),
  /** The platform's own policy forbids it: a path outside the roots, a denied address. */
  DENIED(ErrorKind.CONFIGURATION),
  /** The file, folder, table or endpoint is not there. */
  MISSING(ErrorKind.CONFIGURATION),
  /** What it gives is not what this kind of connector reads. */
  MALFORMED(ErrorKind.REMOTE),
  /** What it gives is larger than allowed. */
  TOO_LARGE(ErrorKind.CAPACITY),
  /** The stored checkpoint does not fit the source any more. */
  STALE_CHECKPOINT(ErrorKind.CONFIGURATION),
  /** The run was stopped while reading. */
  STOPPED(ErrorKind.TRANSIENT);

  private final ErrorKind kind;

  ConnectorError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
