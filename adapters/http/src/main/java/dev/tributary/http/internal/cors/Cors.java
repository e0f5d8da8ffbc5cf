package dev.tributary.http.internal.cors;

import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.RequestId;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets web pages of listed origins call, and refuses those of all others. Thread-safe. */
public final class Cors {
  private static final String EXPOSED = RequestId.HEADER + ", Location, Retry-After, Allow";
  private static final String ACCEPTED =
      "Content-Type, Accept, Idempotency-Key, Last-Event-ID, " + RequestId.HEADER;
  private static final String PREFLIGHT_SECONDS = "3600";

  private final Set<String> origins;

  /** Lists the origins, such as {@code https://example.org}; a star stands for all. */
  public Cors(List<String> origins) {
    this.origins = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    this.origins.addAll(origins);
  }

  /** Refuses a request of a page whose origin is neither the server's own nor listed. */
  public void check(ApiRequest request) {
    foreignOrigin(request)
        .filter(origin -> !allowed(origin))
        .ifPresent(origin -> {
          throw RequestException.of(
              HttpError.ORIGIN_NOT_ALLOWED,
              "pages of '" + origin + "' may not call; list it under server.cors.origins");
        });
  }

  /** The answer to a preflight, if the request is one. */
  public Optional<ApiResponse> preflight(ApiRequest request, List<String> methods) {
    if (!request.method().equals("OPTIONS")
        || methods.isEmpty()
        || request.header("Access-Control-Request-Method").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ApiResponse.empty(204)
            .with("Access-Control-Allow-Methods", String.join(", ", methods))
            .with("Access-Control-Allow-Headers", ACCEPTED)
            .with("Access-Control-Max-Age", PREFLIGHT_SECONDS));
  }

  /** The answer with what a listed page needs to read it. */
  public ApiResponse expose(ApiRequest request, ApiResponse response) {
    ApiResponse varied = origins.isEmpty() ? response : response.with("Vary", "Origin");
    return foreignOrigin(request)
        .filter(this::allowed)
        .map(origin ->
            varied
                .with("Access-Control-Allow-Origin", origin)
                .with("Access-Control-Expose-Headers", EXPOSED))
        .orElse(varied);
  }

  private boolean allowed(String origin) {
    return origins.contains("*") || origins.contains(origin);
  }

  /** Browsers send the origin with requests to their own server too. */
  private static Optional<String> foreignOrigin(ApiRequest request) {
    String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
    return request.header("Origin").filter(origin -> !authority(origin).equals(host));
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
