package dev.tributary.connector.rest.internal.settings;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the address, the headers and the credentials. */
final class EndpointReader {
  private static final URI NOWHERE = URI.create("http://localhost/");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Set<String> RESERVED =
      Set.of("host", "content-length", "connection", "upgrade", "expect", "if-none-match");

  private EndpointReader() {}

  static Endpoint read(Settings settings) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    Settings section = settings.section("headers");
    for (String name : section.keys()) {
      String value = section.text(name).orElse("");
      if (!NAME.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        section.note(name, "cannot be set", "leave it out");
      } else if (isPrintable(value)) {
        headers.put(name, value);
      } else {
        section.note(name, "holds a line break", "write it on one line");
      }
    }
    if (settings.has("auth")) {
      authorize(settings.section("auth"), headers);
    }
    return new Endpoint(url(settings), Map.copyOf(headers));
  }

  private static void authorize(Settings auth, Map<String, String> headers) {
    Kind kind = auth.choice("kind", Kind.BEARER);
    Optional<Secret> secret = auth.secret("secret");
    if (!auth.has("secret")) {
      auth.note("secret", "is missing", "refer to a secret as env:NAME or file:PATH");
    }
    String value = secret.map(Secret::reveal).orElse("").strip();
    if (!isPrintable(value)) {
      auth.note("secret", "holds a line break", "store it on one line");
      return;
    }
    switch (kind) {
      case BEARER -> headers.put("Authorization", "Bearer " + value);
      case API_KEY -> headers.put(header(auth), value);
      case BASIC -> headers.put("Authorization", "Basic " + basic(auth, value));
    }
  }

  private static String header(Settings auth) {
    String header = auth.text("header", "X-Api-Key");
    if (!NAME.matcher(header).matches()) {
      auth.note("header", "is '" + header + "'", "write the name of a header");
      return "X-Api-Key";
    }
    return header;
  }

  private static String basic(Settings auth, String password) {
    byte[] pair = (auth.requiredText("user") + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  private static URI url(Settings settings) {
    String text = settings.requiredText("url");
    if (text.isBlank()) {
      return NOWHERE;
    }
    try {
      URI url = new URI(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
        return url.getPath().isEmpty() ? url.resolve("/") : url;
      }
    } catch (URISyntaxException malformed) {
      // Noted below. The text itself may hold a secret and is not shown.
    }
    settings.note(
        "url",
        "is not an address that can be read",
        "write https://host/path, with credentials under auth");
    return NOWHERE;
  }

  private static boolean isPrintable(String value) {
    return value.chars().noneMatch(Character::isISOControl);
  }

  private enum Kind {
    BEARER,
    API_KEY,
    BASIC
  }
}
