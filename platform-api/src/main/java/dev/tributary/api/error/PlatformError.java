package dev.tributary.api.error;

/** Codes that every room of the platform shares. */
public enum PlatformError implements ErrorCode {
  /** A request holds a value that is not acceptable. */
  INVALID_REQUEST(ErrorKind.CALLER),
  /** The thing that a request names does not exist. */
  NOT_FOUND(ErrorKind.CALLER),
  /** The configuration has faults. */
  INVALID_CONFIGURATION(ErrorKind.CONFIGURATION),
  /** A secret reference could not be resolved. */
  SECRET_UNAVAILABLE(ErrorKind.CONFIGURATION),
  /** The central store could not be reached or refused the work. */
  STORE_UNAVAILABLE(ErrorKind.TRANSIENT),
  /** The central store has no space left or may not write. */
  STORE_FULL(ErrorKind.CAPACITY),
  /** The platform is closing and takes no new work. */
  CLOSING(ErrorKind.TRANSIENT),
  /** A defect of the platform. */
  INTERNAL(ErrorKind.INTERNAL);

  private final ErrorKind kind;

  PlatformError(ErrorKind kind) {
    this.kind = kind;
  }

  @Override
  public ErrorKind kind() {
    return kind;
  }
}
