package dev.tributary.http.internal.problem;

import dev.tributary.api.error.PlatformException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a request, naming everything that is wrong with it. */
public final class RequestException extends PlatformException {
  private static final long serialVersionUID = 1L;

  private final transient HttpError error;
  private final transient List<ProblemItem> items;
  private final transient Map<String, String> headers;

  private RequestException(
      HttpError error,
      String message,
      List<ProblemItem> items,
      Map<String, String> headers,
      @Nullable Throwable cause) {
    super(error, message, cause);
    this.error = error;
    this.items = List.copyOf(items);
    this.headers = Map.copyOf(headers);
  }

  /** Refuses for one reason. */
  public static RequestException of(HttpError error, String message) {
    return new RequestException(error, message, List.of(), Map.of(), null);
  }

  /** Refuses for one reason that another exception gives. */
  public static RequestException of(HttpError error, String message, Throwable cause) {
    return new RequestException(error, message, List.of(), Map.of(), cause);
  }

  /** Refuses for one reason and tells the client more in a header. */
  public static RequestException of(HttpError error, String message, String header, String value) {
    return new RequestException(error, message, List.of(), Map.of(header, value), null);
  }

  /** Refuses for at least one reason, each with its place. */
  public static RequestException of(HttpError error, List<ProblemItem> items) {
    String message =
        items.size() == 1
            ? items.getFirst().message()
            : items.size() + " things are wrong with the request; see errors";
    return new RequestException(error, message, items, Map.of(), null);
  }

  /** Refuses because of one place of the request. */
  public static RequestException at(
      HttpError error, String place, String name, @Nullable String value, String message) {
    return of(error, List.of(new ProblemItem(place, name, value, message)));
  }

  int status() {
    return error.status();
  }

  List<ProblemItem> items() {
    return items;
  }

  Map<String, String> headers() {
    return headers;
  }
}
