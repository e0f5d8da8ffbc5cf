package dev.tributary.core.internal.yaml;

import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code DATABASE_URL} that hosting platforms set, as the {@code store} section it stands for:
 * {@code postgresql://user:password@host:5432/database?sslmode=require}, {@code mysql://...},
 * {@code mariadb://...}, or {@code sqlite:///file}. Messages never repeat it, for it holds a
 * password.
 */
public final class DatabaseUrl {
  /** The environment variable. */
  public static final String VARIABLE = "DATABASE_URL";

  private static final String REMEDY =
      "write postgresql://user:password@host:port/database, mysql://... or sqlite:///file,"
          + " with special characters as %XX";

  private final URI uri;
  private final String scheme;

  private DatabaseUrl(String url) {
    try {
      this.uri = new URI(url.strip());
    } catch (URISyntaxException malformed) {
      throw fault("is not a URL (at character " + (malformed.getIndex() + 1) + ")");
    }
    String written = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    // Some tools add a driver of theirs: postgresql+asyncpg.
    this.scheme = written.replaceFirst("\\+.*", "");
  }

  /**
   * Reads the variable.
   *
   * @param url its value
   * @return the keys of a {@code store} section; the password is a reference to the variable
   * @throws ConfigurationException if it is not such a URL
   */
  public static Map<String, @Nullable Object> store(String url) {
    DatabaseUrl read = new DatabaseUrl(url);
    return switch (read.scheme) {
      case "sqlite" -> read.file();
      case "postgres", "postgresql" -> read.server("postgresql");
      case "mysql", "mariadb" -> read.server(read.scheme);
      default -> throw fault("names no kind of store that is known here");
    };
  }

  /**
   * The password in a URL.
   *
   * @param url the URL
   * @return the password, empty if there is none
   * @throws ConfigurationException if it is no URL
   */
  public static String password(String url) {
    String user = new DatabaseUrl(url).userInfo();
    int colon = user.indexOf(':');
    return colon < 0 ? "" : decoded(user.substring(colon + 1));
  }

  private Map<String, @Nullable Object> file() {
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (path.isBlank()) {
      throw fault("names no file");
    }
    return Map.of("kind", "sqlite", "file", path);
  }

  private Map<String, @Nullable Object> server(String kind) {
    String database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (uri.getHost() == null || database.isBlank() || userInfo().isEmpty()) {
      throw fault("lacks a host, a database or a user");
    }
    Map<String, @Nullable Object> store = new LinkedHashMap<>();
    store.put("kind", kind);
    store.put("host", uri.getHost());
    if (uri.getPort() >= 0) {
      store.put("port", String.valueOf(uri.getPort()));
    }
    store.put("database", database);
    store.put("user", decoded(userInfo().replaceFirst(":.*", "")));
    store.put("password", "url:" + VARIABLE);
    Map<String, Object> options = options();
    if (!options.isEmpty()) {
      store.put("options", options);
    }
    return store;
  }

  private Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        options.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        throw fault("has an option without a value");
      }
    }
    return options;
  }

  private String userInfo() {
    return uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
  }

  /** A plus sign is itself here, unlike in forms. */
  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ConfigurationException fault(String problem) {
    return new ConfigurationException(
        List.of(new Fault("environment variable " + VARIABLE, problem, REMEDY)));
  }
}
