package dev.tributary.api.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of every exception the platform throws on purpose. Its message names the thing, the
 * place and the remedy, and never holds a secret.
 */
public class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;

  /**
   * Makes an exception that has no cause of its own.
   *
   * @param code what went wrong
   * @param message what, where, the actual value, and what to do
   */
  public PlatformException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * Makes an exception that another one caused.
   *
   * @param code what went wrong
   * @param message what, where, the actual value, and what to do
   * @param cause what led to it, or null
   */
  public PlatformException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code, "code");
  }

  /**
   * What went wrong.
   *
   * @return the stable code
   */
  public ErrorCode code() {
    return code;
  }
}
