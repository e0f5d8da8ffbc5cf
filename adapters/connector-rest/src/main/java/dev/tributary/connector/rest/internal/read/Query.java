package dev.tributary.connector.rest.internal.read;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds parameters to an address. */
final class Query {
  private Query() {}

  static URI with(URI address, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return address;
    }
    String query =
        parameters.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    String base = address.toString();
    return URI.create(base + (address.getRawQuery() == null ? "?" : "&") + query);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
