package dev.tributary.http.internal.route;

import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that has found its route, with everything about it checked. */
public final class Call {
  private final ApiRequest request;
  private final Route route;
  private final Map<String, String> pathValues;
  private final QueryValues query;
  private final Bodies bodies;

  Call(ApiRequest request, RouteMatch match, Bodies bodies) {
    this.request = request;
    this.route = match.route();
    this.pathValues = match.values();
    this.query = QueryValues.of(request.query(), match.route().parameters());
    this.bodies = bodies;
  }

  /** A value of the path. */
  public String path(String name) {
    return Objects.requireNonNull(pathValues.get(name), name);
  }

  /** A value of the query; null if it is left out and has no default. */
  public @Nullable String text(String name) {
    return query.text(name);
  }

  /** All values of a repeatable parameter. */
  public List<String> texts(String name) {
    return query.texts(name);
  }

  /** A number of the query that has a default. */
  public int whole(String name) {
    return Integer.parseInt(Objects.requireNonNull(query.text(name), name));
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return request.header(name);
  }

  /** The id of the request. */
  public String requestId() {
    return request.requestId();
  }

  /** The body as JSON. */
  public <T> T json(Class<T> wireRecord) throws IOException {
    return bodies.json(request, wireRecord);
  }

  /** The body as JSON, or the substitute if there is none. */
  public <T> T json(Class<T> wireRecord, T substitute) throws IOException {
    return bodies.json(request, wireRecord, substitute);
  }

  /** The body as a JSON object of any members; the caller may change it. */
  @SuppressWarnings("unchecked") // JSON knows no other keys
  public Map<String, Object> object() throws IOException {
    return bodies.json(request, LinkedHashMap.class);
  }

  /** The body as it arrives, of one of the route's media types. */
  public InputStream body() throws IOException {
    return bodies.stream(request, route.takes().orElseThrow().mediaTypes());
  }

  /** A JSON answer. */
  public ApiResponse answer(int status, Object wireRecord) {
    return ApiResponse.of(status, Json.MEDIA_TYPE, bodies.write(wireRecord));
  }
}
