package dev.tributary.api.query;

import org.jspecify.annotations.Nullable;

/** A language model did not do what was asked of it. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause kind;

  /**
   * Says what went wrong.
   *
   * @param kind the kind of fault
   * @param message what went wrong, where, and what to do; never a key or a prompt
   * @param cause what brought it about; null for nothing
   */
  public ModelException(Cause kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /**
   * The kind of fault.
   *
   * @return the kind
   */
  public Cause kind() {
    return kind;
  }

  /** Kinds of faults. */
  public enum Cause {
    /** Nobody answers, or the answer is a fault of the server. */
    UNAVAILABLE,
    /** No answer in time. */
    TIMEOUT,
    /** Too many requests, or a quota is used up. */
    RATE_LIMITED,
    /** The key or the request was refused. */
    REJECTED,
    /** The reply is not what was asked for. */
    BAD_REPLY,
    /** Not tried, because too many calls failed just before. */
    CIRCUIT_OPEN
  }
}
