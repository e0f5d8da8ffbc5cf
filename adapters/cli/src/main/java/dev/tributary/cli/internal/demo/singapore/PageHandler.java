package dev.tributary.cli.internal.demo.singapore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.tributary.cli.internal.json.JsonText;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET ?limit=&updated_since=&cursor=} with {@code {"data": {"items": [...]},
 * "paging": {"next_cursor": ...}}}.
 */
final class PageHandler implements HttpHandler {
  private static final int DEFAULT_LIMIT = 200;
  private static final int MOST_LIMIT = 1_000;
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Shelf shelf;
  private final String token;
  private final Moods moods;

  PageHandler(Shelf shelf, String token, Moods moods) {
    this.shelf = shelf;
    this.token = token;
    this.moods = moods;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, 401, Map.of("error", "show a valid bearer token"));
        return;
      }
      int mood = moods.next();
      if (mood == 429) {
        exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER_SECONDS);
      }
      if (mood != 200) {
        answer(exchange, mood, Map.of("error", mood == 429 ? "too many requests" : "try again"));
        return;
      }
      page(exchange);
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    try {
      int limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT)));
      Shelf.Slice slice = shelf.from(begin(query), Math.clamp(limit, 1, MOST_LIMIT));
      Map<String, Object> paging = new LinkedHashMap<>();
      paging.put("next_cursor", slice.next() == null ? null : encode(slice.next()));
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("data", Map.of("items", slice.items()));
      body.put("paging", paging);
      answer(exchange, 200, body);
    } catch (DateTimeException | IllegalArgumentException wrong) {
      answer(exchange, 400, Map.of("error", "wrong parameter: " + wrong.getMessage()));
    }
  }

  private static Shelf.Place begin(Map<String, String> query) {
    String cursor = query.getOrDefault("cursor", "");
    if (!cursor.isEmpty()) {
      return decode(cursor);
    }
    String since = query.getOrDefault("updated_since", "");
    return new Shelf.Place(since.isEmpty() ? Instant.MIN : Instant.parse(since), "");
  }

  private static String encode(Shelf.Place place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((place.changedAt() + "|" + place.id()).getBytes(StandardCharsets.UTF_8));
  }

  private static Shelf.Place decode(String cursor) {
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    int bar = text.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException("cursor");
    }
    return new Shelf.Place(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
  }

  private static Map<String, String> query(@Nullable String raw) {
    return Arrays.stream(Objects.requireNonNullElse(raw, "").split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, second) -> second));
  }

  private static void answer(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JsonText.of(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (status == 200) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      String tag = "\"%08x-%d\"".formatted(sum.getValue(), bytes.length);
      exchange.getResponseHeaders().set("ETag", tag);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
