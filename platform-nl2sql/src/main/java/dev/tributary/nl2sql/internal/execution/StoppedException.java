package dev.tributary.nl2sql.internal.execution;

/** Says that a query was stopped before it ended. */
public final class StoppedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean late;

  StoppedException(boolean late) {
    super(late ? "the time limit passed" : "the query was cancelled", null, false, false);
    this.late = late;
  }

  /**
   * Why it was stopped.
   *
   * @return true if the time limit passed, false if the caller was interrupted
   */
  public boolean late() {
    return late;
  }
}
