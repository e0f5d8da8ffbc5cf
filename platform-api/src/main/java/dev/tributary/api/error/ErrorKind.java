package dev.tributary.api.error;

/** Who is at fault, and so what to do: HTTP status, log level and retries follow from it. */
public enum ErrorKind {
  /** The request is wrong; the same request fails again. */
  CALLER,
  /** The configuration is wrong; an operator has to change it. */
  CONFIGURATION,
  /** A passing condition; the same call may work later. */
  TRANSIENT,
  /** A limit was reached: memory, disk, time, rows or bytes. */
  CAPACITY,
  /** A system that is not ours answered wrongly or not at all. */
  REMOTE,
  /** A defect of the platform. */
  INTERNAL;

  /**
   * Tells whether trying again without a change can help.
   *
   * @return true for {@link #TRANSIENT}, {@link #CAPACITY} and {@link #REMOTE}
   */
  public boolean retryable() {
    return this == TRANSIENT || this == CAPACITY || this == REMOTE;
  }
}
