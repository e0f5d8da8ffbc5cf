package dev.tributary.http.exchange;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that names one request in its answer and in every log line it causes. */
public final class RequestId {
  /** The header that carries the id, in both directions. */
  public static final String HEADER = "X-Request-Id";

  /** The key under which log lines carry the id. */
  public static final String LOG_KEY = "request_id";

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,127}");

  private RequestId() {}

  /**
   * Takes the caller's id if it is sane, so that one id follows a call through many systems.
   *
   * @param proposed the value of {@link #HEADER}, if the caller sent it
   * @return the proposed id if it has at most 128 letters, digits and {@code . _ : / + = -},
   *     otherwise a new random one
   */
  public static String of(Optional<String> proposed) {
    return proposed
        .filter(id -> SANE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
