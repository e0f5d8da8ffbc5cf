package dev.tributary.connector.jdbc.internal.settings;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The driver options that a configuration may set, each with the values it takes. Anything else is
 * refused, because drivers have options that load classes, read files or run statements.
 */
final class DriverOptions {
  private static final Pattern FLAG = Pattern.compile("true|false");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_. -]{1,64}");
  private static final Map<Engine, Map<String, Pattern>> ALLOWED =
      Map.of(
          Engine.SQLITE,
          Map.of(),
          Engine.POSTGRESQL,
          Map.of(
              "sslmode",
              Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
              "ApplicationName",
              NAME,
              "tcpKeepAlive",
              FLAG),
          Engine.MYSQL,
          Map.of(
              "sslMode",
              Pattern.compile("disable|trust|verify-ca|verify-full"),
              "useCompression",
              FLAG,
              "tcpKeepAlive",
              FLAG,
              "allowPublicKeyRetrieval",
              FLAG));
  private static final Map<Engine, String> CERTIFICATE =
      Map.of(Engine.POSTGRESQL, "sslrootcert", Engine.MYSQL, "serverSslCert");

  private final Settings settings;
  private final Map<String, String> values = new LinkedHashMap<>();

  private DriverOptions(Settings settings) {
    this.settings = settings;
  }

  static Map<String, String> read(Settings settings, Engine engine, ConnectorContext context) {
    DriverOptions options = new DriverOptions(settings);
    ALLOWED.getOrDefault(engine, Map.of()).forEach(options::accept);
    String certificate = CERTIFICATE.get(engine);
    if (certificate != null) {
      options.acceptFile(certificate, path -> context.file(path).toString());
    }
    return Map.copyOf(options.values);
  }

  private void accept(String name, Pattern allowed) {
    settings
        .text(name)
        .ifPresent(value -> {
          if (allowed.matcher(value).matches()) {
            values.put(name, value);
          } else {
            settings.note(name, "is '" + value + "'", "write a value like " + allowed);
          }
        });
  }

  private void acceptFile(String name, Function<String, String> resolve) {
    settings.text(name).ifPresent(path -> values.put(name, resolve.apply(path)));
  }
}
