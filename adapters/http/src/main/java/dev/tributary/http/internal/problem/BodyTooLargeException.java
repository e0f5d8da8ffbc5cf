package dev.tributary.http.internal.problem;

import java.io.IOException;

/** Ends the reading of a body that is larger than allowed. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the limit and what to do about it. */
  public BodyTooLargeException(long mostBytes, String remedy) {
    super("the body is larger than the limit of " + mostBytes + " bytes; " + remedy);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
