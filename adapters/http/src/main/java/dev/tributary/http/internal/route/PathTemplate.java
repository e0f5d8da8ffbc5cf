package dev.tributary.http.internal.route;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with places for values, such as {@code /runs/{id}}.
 *
 * @param text the template
 * @param segments its segments, undivided
 */
record PathTemplate(String text, List<String> segments) {

  static PathTemplate of(String text) {
    return new PathTemplate(text, split(text));
  }

  /** The segments of a path; one slash at the end says nothing. */
  static List<String> split(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    return Arrays.asList(
        (inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner).split("/", -1));
  }

  /** The values of a path that fits. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        values.put(segment.substring(1, segment.length() - 1), Percent.decodeSegment(path.get(i)));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  List<String> names() {
    return segments.stream()
        .filter(segment -> segment.startsWith("{"))
        .map(segment -> segment.substring(1, segment.length() - 1))
        .toList();
  }
}
