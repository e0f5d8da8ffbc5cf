package dev.tributary.connector.rest.internal.http;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request that brought no answer that can be used. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ConnectorError code;
  private final boolean passing;
  private final @Nullable String retryAfter;
  private final String remedy;

  private Refusal(
      ConnectorError code,
      boolean passing,
      String message,
      String remedy,
      @Nullable String retryAfter,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.passing = passing;
    this.remedy = remedy;
    this.retryAfter = retryAfter;
  }

  static Refusal unreachable(String message, Throwable cause) {
    return new Refusal(
        ConnectorError.UNREACHABLE,
        true,
        message,
        "see that the host is right and the service runs",
        null,
        cause);
  }

  static Refusal passing(ConnectorError code, String message, @Nullable String retryAfter) {
    return new Refusal(code, true, message, "the next run tries again", retryAfter, null);
  }

  static Refusal lasting(ConnectorError code, String message, String remedy) {
    return new Refusal(code, false, message, remedy, null, null);
  }

  boolean passing() {
    return passing;
  }

  Optional<String> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  ConnectorException toException(int attempts, Duration rest) {
    String text =
        getMessage() + (attempts > 1 ? " (" + attempts + " attempts)" : "") + "; " + remedy;
    return code == ConnectorError.RATE_LIMITED
        ? ConnectorException.rateLimited(text, rest)
        : new ConnectorException(code, text, getCause());
  }
}
