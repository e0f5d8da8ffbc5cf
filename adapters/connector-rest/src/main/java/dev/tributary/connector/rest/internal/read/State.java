package dev.tributary.connector.rest.internal.read;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint holds.
 *
 * @param place the page to go on with, null to begin at the first
 * @param since the change that the next pass begins at, null for all there is
 * @param seen the last change that the present pass has met, null if none
 * @param etag the version of the page to go on with, null if it has none
 */
record State(
    @Nullable Place place, @Nullable String since, @Nullable String seen, @Nullable String etag) {
  static final State NONE = new State(null, null, null, null);

  String encode() {
    StringBuilder text = new StringBuilder("rest");
    if (place != null) {
      append(text, "place", place.value());
      append(text, "page", Long.toString(place.ordinal()));
    }
    append(text, "since", since);
    append(text, "seen", seen);
    append(text, "etag", etag);
    return text.toString();
  }

  static State decode(String text) {
    Map<String, String> words = new HashMap<>();
    try {
      for (String word : text.substring("rest".length()).strip().split(" ")) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          words.put(
              word.substring(0, equals),
              URLDecoder.decode(word.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
      String place = words.get("place");
      return new State(
          place == null ? null : new Place(place, Long.parseLong(words.getOrDefault("page", "1"))),
          words.get("since"),
          words.get("seen"),
          words.get("etag"));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
      throw new ConnectorException(
          ConnectorError.STALE_CHECKPOINT,
          "the stored checkpoint cannot be read; reset the source's checkpoint",
          malformed);
    }
  }

  private static void append(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(' ').append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
