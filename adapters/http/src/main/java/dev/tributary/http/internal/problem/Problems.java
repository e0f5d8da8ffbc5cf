package dev.tributary.http.internal.problem;

import dev.tributary.api.error.ErrorKind;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Turns whatever went wrong into an answer, and logs it once. Thread-safe. */
public final class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Json json;
  private final InstantSource clock;

  /** Makes answers with the clock's time. */
  public Problems(Json json, InstantSource clock) {
    this.json = json;
    this.clock = clock;
  }

  /** The answer to a request that failed. */
  public ApiResponse answer(ApiRequest request, Throwable failure) {
    PlatformException known = known(failure);
    int status = Statuses.of(known.code());
    log(request, status, known);
    ApiResponse response =
        ApiResponse.of(status, Problem.MEDIA_TYPE, json.write(problem(request, status, known)));
    if (known instanceof RequestException refused) {
      for (var header : refused.headers().entrySet()) {
        response = response.with(header.getKey(), header.getValue());
      }
    }
    return status == 503 && !response.headers().containsKey("Retry-After")
        ? response.with("Retry-After", RETRY_AFTER_SECONDS)
        : response;
  }

  private static PlatformException known(Throwable failure) {
    return switch (failure) {
      case PlatformException known -> known;
      case BodyTooLargeException tooLarge ->
          RequestException.of(HttpError.BODY_TOO_LARGE, tooLarge.getMessage(), tooLarge);
      case IOException broken ->
          RequestException.of(
              HttpError.INCOMPLETE_BODY,
              "the body ended before it was complete; nothing of it was kept; send it again",
              broken);
      default ->
          new PlatformException(
              PlatformError.INTERNAL,
              "something went wrong inside; the log has more under the request id",
              failure);
    };
  }

  private Problem problem(ApiRequest request, int status, PlatformException known) {
    String code = known.code().name();
    return new Problem(
        "urn:tributary:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
        Statuses.title(status),
        status,
        detail(known),
        request.path(),
        code,
        request.requestId(),
        clock.instant(),
        items(known));
  }

  /** What is not ours to show stays in the log. */
  private static String detail(PlatformException known) {
    if (known.code().kind() == ErrorKind.INTERNAL) {
      return "something went wrong inside; the log has more under the request id";
    }
    return String.valueOf(known.getMessage());
  }

  private static List<ProblemItem> items(PlatformException known) {
    return switch (known) {
      case RequestException refused -> refused.items();
      case ConfigurationException faulty ->
          faulty.faults().stream()
              .map(fault ->
                  new ProblemItem(fault.place(), "", null, fault.problem() + "; " + fault.remedy()))
              .toList();
      default -> List.of();
    };
  }

  private static void log(ApiRequest request, int status, PlatformException known) {
    String line =
        request.method() + " " + request.path() + " -> " + status + " " + known.code().name();
    if (known.code().kind() == ErrorKind.INTERNAL) {
      LOG.log(Level.ERROR, line, known);
    } else if (known instanceof RequestException) {
      LOG.log(Level.DEBUG, line);
    } else {
      LOG.log(status >= 500 ? Level.WARNING : Level.DEBUG, line, known);
    }
  }
}
