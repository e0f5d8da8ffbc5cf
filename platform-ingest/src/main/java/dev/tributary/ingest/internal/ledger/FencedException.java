package dev.tributary.ingest.internal.ledger;

/** Somebody else has gone on with the work of this run, which must not store anything any more. */
public final class FencedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what has moved
   */
  public FencedException(String message) {
    super(message);
  }
}
