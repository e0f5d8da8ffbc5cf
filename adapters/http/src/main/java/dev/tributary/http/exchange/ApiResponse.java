package dev.tributary.http.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer for the server to send. Immutable. */
public final class ApiResponse {
  private final int status;
  private final Map<String, String> headers;
  private final Body body;
  private final String route;

  private ApiResponse(int status, Map<String, String> headers, Body body, String route) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
    this.route = route;
  }

  /**
   * An answer with a whole body.
   *
   * @param status the HTTP status
   * @param contentType the media type of the body
   * @param bytes the body, not copied
   * @return the answer
   */
  public static ApiResponse of(int status, String contentType, byte[] bytes) {
    return new ApiResponse(status, Map.of("Content-Type", contentType), new Body.Whole(bytes), "");
  }

  /**
   * An answer without a body.
   *
   * @param status the HTTP status
   * @return the answer
   */
  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), new Body.Whole(new byte[0]), "");
  }

  /**
   * An answer that goes on until its writer returns.
   *
   * @param status the HTTP status
   * @param contentType the media type of the body
   * @param writer writes the body
   * @return the answer
   */
  public static ApiResponse streaming(int status, String contentType, StreamWriter writer) {
    return new ApiResponse(
        status, Map.of("Content-Type", contentType), new Body.Streamed(writer), "");
  }

  /**
   * The same answer with one header set.
   *
   * @param name the header's name
   * @param value its value
   * @return a new answer
   */
  public ApiResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiResponse(status, more, body, route);
  }

  /**
   * The same answer, known to come from a route.
   *
   * @param template the route's path template
   * @return a new answer
   */
  public ApiResponse from(String template) {
    return new ApiResponse(status, headers, body, template);
  }

  /**
   * The same answer with its body left out, as for {@code HEAD}.
   *
   * @return a new answer
   */
  public ApiResponse withoutBody() {
    return new ApiResponse(status, headers, new Body.Whole(new byte[0]), route);
  }

  /**
   * The HTTP status.
   *
   * @return from 200 to 599
   */
  public int status() {
    return status;
  }

  /**
   * The headers to send, at most one value each.
   *
   * @return names and values
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * What to send.
   *
   * @return a whole body or a streamed one
   */
  public Body body() {
    return body;
  }

  /**
   * The path template of the route that answered: a label with few values, fit for metrics.
   *
   * @return such as {@code /api/v1/ingest/runs/{id}}; empty if no route matched
   */
  public String route() {
    return route;
  }

  /** What an answer sends. */
  public sealed interface Body {
    /**
     * A body of known length.
     *
     * @param bytes the body
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to the server as it is; never compared
    record Whole(byte[] bytes) implements Body {}

    /**
     * A body that is written bit by bit.
     *
     * @param writer writes it
     */
    record Streamed(StreamWriter writer) implements Body {}
  }
}
