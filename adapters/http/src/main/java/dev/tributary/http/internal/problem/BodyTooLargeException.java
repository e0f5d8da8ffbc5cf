package dev.tributary.http.internal.problem;

import java.io.IOException;

/** Ends the reading of a body that is larger than allowed. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the limit. */
  public BodyTooLargeException(long mostBytes) {
    super(
        "the body is larger than the limit of "
            + mostBytes
            + " bytes; send less, or raise server.max_body");
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
