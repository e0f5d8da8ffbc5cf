package dev.tributary.http.fake;

import dev.tributary.http.exchange.ApiRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request made by hand. */
public record FakeRequest(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    InputStream body,
    String requestId)
    implements ApiRequest {

  public static FakeRequest get(String target) {
    return of("GET", target, "");
  }

  public static FakeRequest of(String method, String target, String body) {
    String[] parts = target.split("\\?", 2);
    return new FakeRequest(
        method,
        parts[0],
        parts.length > 1 ? parts[1] : "",
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        "request-1");
  }

  public static FakeRequest json(String target, String body) {
    return of("POST", target, body).with("Content-Type", "application/json");
  }

  public FakeRequest with(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new FakeRequest(method, path, query, more, body, requestId);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String clientAddress() {
    return "127.0.0.1";
  }
}
