package dev.tributary.langchain4j.internal.transport;

import dev.tributary.api.query.ModelException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the status codes of providers mean. Bodies are left out: some echo the key or the prompt.
 */
final class Refusals {
  /** Anthropic's own code for being overloaded. */
  private static final int OVERLOADED = 529;

  private Refusals() {}

  static Failure of(String place, int status, Optional<@Nullable Duration> retryAfter) {
    String message = place + " answers " + status;
    Duration rest = retryAfter.orElse(null);
    return switch (status) {
      case 429 ->
          Failure.passing(
              ModelException.Cause.RATE_LIMITED,
              rest,
              message + ": too many requests, or the quota is used up",
              null);
      case 408, 425, 500, 502, 503, 504, OVERLOADED ->
          Failure.passing(ModelException.Cause.UNAVAILABLE, rest, message, null);
      case 401, 403, 407 -> rejected(message + ": check the key");
      case 404 -> rejected(message + ": check the name of the model and base_url");
      case 400, 413, 422 -> rejected(message + ": check the name of the model and its limits");
      default -> rejected(message + ": check base_url");
    };
  }

  private static Failure rejected(String message) {
    return Failure.lasting(ModelException.Cause.REJECTED, message, null);
  }
}
