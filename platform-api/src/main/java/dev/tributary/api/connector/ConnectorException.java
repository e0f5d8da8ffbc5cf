package dev.tributary.api.connector;

import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source could not be read. The message names the source's part, the fault and the remedy. */
public final class ConnectorException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;

  /**
   * Makes an exception that has no cause of its own.
   *
   * @param code what is wrong
   * @param message what, where, and what to do
   */
  public ConnectorException(ConnectorError code, String message) {
    this(code, message, null);
  }

  /**
   * Makes an exception that another one caused.
   *
   * @param code what is wrong
   * @param message what, where, and what to do
   * @param cause what led to it, or null
   */
  public ConnectorException(ConnectorError code, String message, @Nullable Throwable cause) {
    this(code, message, cause, null);
  }

  private ConnectorException(
      ConnectorError code,
      String message,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter) {
    super(code, message, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * The source asked for a rest.
   *
   * @param message what, where, and what to do
   * @param retryAfter how long it wants to be left alone
   * @return the exception
   */
  public static ConnectorException rateLimited(String message, Duration retryAfter) {
    return new ConnectorException(ConnectorError.RATE_LIMITED, message, null, retryAfter);
  }

  /**
   * How long the source wants to be left alone.
   *
   * @return the time, if the source said one
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
