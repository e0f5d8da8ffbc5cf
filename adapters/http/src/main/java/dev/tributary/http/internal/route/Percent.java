package dev.tributary.http.internal.route;

import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in paths and queries. */
public final class Percent {
  private Percent() {}

  /** A text as one segment of a path. */
  public static String encodeSegment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String decodeQuery(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw RequestException.of(
          HttpError.INVALID_PARAMETER, "'" + text + "' is not percent-encoded text", e);
    }
  }

  /** In a path a plus sign is itself. */
  static String decodeSegment(String segment) {
    return decodeQuery(segment.replace("+", "%2B"));
  }
}
