package dev.tributary.http.internal.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tributary.http.exchange.ApiRequest;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.problem.BodyTooLargeException;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads bodies within their limits, and only of the media types that are asked for. */
final class Bodies {
  /** More than any JSON request of ours needs. */
  private static final int MOST_JSON_BYTES = 1 << 20;

  private static final String SEND_LESS_JSON = "no JSON request needs as much";
  private static final String SEND_LESS = "send less, or raise server.max_body";

  private final Json json;
  private final long mostBytes;

  Bodies(Json json, long mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  byte[] write(Object value) {
    return json.write(value);
  }

  <T> T json(ApiRequest request, Class<T> type) throws IOException {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      throw RequestException.of(
          HttpError.MALFORMED_BODY,
          "the body is empty; send a JSON object, see the OpenAPI document");
    }
    return parse(bytes, type);
  }

  <T> T json(ApiRequest request, Class<T> type, T substitute) throws IOException {
    byte[] bytes = bytes(request);
    return bytes.length == 0 ? substitute : parse(bytes, type);
  }

  InputStream stream(ApiRequest request, List<String> mediaTypes) throws IOException {
    requireMediaType(request, mediaTypes);
    requireDeclaredLength(request, mostBytes, SEND_LESS);
    return new LimitedBody(request.body(), mostBytes, SEND_LESS);
  }

  private byte[] bytes(ApiRequest request) throws IOException {
    requireDeclaredLength(request, MOST_JSON_BYTES, SEND_LESS_JSON);
    byte[] bytes = new LimitedBody(request.body(), MOST_JSON_BYTES, SEND_LESS_JSON).readAllBytes();
    if (bytes.length > 0) {
      requireMediaType(request, List.of(Json.MEDIA_TYPE));
    }
    return bytes;
  }

  private <T> T parse(byte[] bytes, Class<T> type) throws IOException {
    try {
      return json.read(bytes, type);
    } catch (JsonProcessingException e) {
      throw JsonFaults.describe(e);
    }
  }

  private static void requireMediaType(ApiRequest request, List<String> allowed) {
    String given = request.header("Content-Type").orElse("");
    String bare = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.isEmpty() && !allowed.contains(bare)) {
      throw RequestException.of(
          HttpError.UNSUPPORTED_MEDIA_TYPE,
          "Content-Type is '" + bare + "' but must be one of " + String.join(", ", allowed),
          "Accept",
          String.join(", ", allowed));
    }
  }

  /** Refuses at once what says itself that it is too large. */
  private static void requireDeclaredLength(ApiRequest request, long most, String remedy)
      throws BodyTooLargeException {
    String declared = request.header("Content-Length").orElse("");
    if (declared.matches("\\d{1,18}") && Long.parseLong(declared) > most) {
      throw new BodyTooLargeException(most, remedy);
    }
  }
}
