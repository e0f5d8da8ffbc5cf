package dev.tributary.http.internal.problem;

import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.PlatformError;
import java.util.Map;

/** The one place that maps errors to HTTP statuses. */
final class Statuses {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad request"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Content too large"),
          Map.entry(415, "Unsupported media type"),
          Map.entry(422, "Cannot be done"),
          Map.entry(500, "Internal error"),
          Map.entry(502, "A remote system failed"),
          Map.entry(503, "Unavailable"),
          Map.entry(504, "Took too long"),
          Map.entry(507, "Insufficient storage"));

  private Statuses() {}

  static int of(ErrorCode code) {
    if (code instanceof HttpError error) {
      return error.status();
    }
    if (code == PlatformError.NOT_FOUND) {
      return 404;
    }
    return switch (code.kind()) {
      case CALLER -> 400;
      case CONFIGURATION, INTERNAL -> 500;
      case TRANSIENT -> 503;
      case CAPACITY -> code.name().endsWith("TOO_LARGE") ? 413 : 507;
      case REMOTE -> 502;
    };
  }

  static String title(int status) {
    return TITLES.getOrDefault(status, "Error");
  }
}
