package dev.tributary.helidon;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.ErrorKind;

/** What can keep the server from starting. */
enum ServerError implements ErrorCode {
  /** The address cannot be bound: the port is taken, not allowed, or the host is not ours. */
  ADDRESS_UNAVAILABLE(ErrorKind.CONFIGURATION);

  private final ErrorKind kind;

  ServerError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
