package dev.tributary.langchain4j.internal.transport;

import dev.tributary.api.query.ModelException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that failed. Its message holds neither key nor prompt nor what the provider wrote. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ModelException.Cause kind;
  private final boolean passing;
  private final @Nullable Duration retryAfter;

  private Failure(
      ModelException.Cause kind,
      boolean passing,
      @Nullable Duration retryAfter,
      String message,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.passing = passing;
    this.retryAfter = retryAfter;
  }

  /**
   * A failure that another attempt may not meet.
   *
   * @param kind the kind of fault
   * @param retryAfter how long the provider asks to wait; null if it does not say
   * @param message what went wrong
   * @param cause what brought it about; null for nothing
   * @return the failure
   */
  public static Failure passing(
      ModelException.Cause kind,
      @Nullable Duration retryAfter,
      String message,
      @Nullable Throwable cause) {
    return new Failure(kind, true, retryAfter, message, cause);
  }

  /**
   * A failure that stays.
   *
   * @param kind the kind of fault
   * @param message what went wrong and what to do
   * @param cause what brought it about; null for nothing
   * @return the failure
   */
  public static Failure lasting(
      ModelException.Cause kind, String message, @Nullable Throwable cause) {
    return new Failure(kind, false, null, message, cause);
  }

  /**
   * The kind of fault.
   *
   * @return the kind
   */
  public ModelException.Cause kind() {
    return kind;
  }

  /**
   * Tells whether another attempt makes sense.
   *
   * @return true if it does
   */
  public boolean passing() {
    return passing;
  }

  /**
   * How long the provider asks to wait.
   *
   * @return the time, if it says
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
