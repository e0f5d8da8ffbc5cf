package dev.tributary.connector.jdbc.internal.settings;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source of kind {@code jdbc} is told.
 *
 * @param database how to reach the database
 * @param table what to read of it
 */
public record JdbcConfig(DatabaseConfig database, TableConfig table) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+]?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
  private static final int DEFAULT_FETCH_ROWS = 50_000;

  /**
   * Reads the settings of a source.
   *
   * @param context the source's settings and the policies for files and hosts
   * @return the settings
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong
   */
  public static JdbcConfig from(ConnectorContext context) {
    Settings settings = context.settings();
    if (!settings.has("engine")) {
      settings.note("engine", "is missing", "write sqlite, postgresql or mysql");
    }
    Engine engine = settings.choice("engine", Engine.SQLITE);
    Path file = engine == Engine.SQLITE ? file(settings, context) : null;
    DatabaseConfig.Server server = engine == Engine.SQLITE ? null : server(settings, engine);
    DatabaseConfig database =
        new DatabaseConfig(
            engine,
            file,
            server,
            DriverOptions.read(settings.section("options"), engine, context),
            atLeastSecond(settings, "timeout", Duration.ofSeconds(60)),
            atLeastSecond(settings, "connect_timeout", Duration.ofSeconds(10)));
    TableConfig table = table(settings, engine);
    settings.verify();
    return new JdbcConfig(database, table);
  }

  private static TableConfig table(Settings settings, Engine engine) {
    return new TableConfig(
        engine == Engine.SQLITE ? null : settings.text("schema").orElse(null),
        settings.text("table").orElse(null),
        settings.text("cursor").orElse(null),
        settings.texts("key"),
        overlap(settings),
        (int) settings.integer("fetch_rows", DEFAULT_FETCH_ROWS, 1, 10_000_000),
        zone(settings));
  }

  private static @Nullable Path file(Settings settings, ConnectorContext context) {
    String path = settings.requiredText("file");
    if (path.contains("?")) {
      settings.note("file", "is '" + path + "'", "name a file without a question mark");
      return null;
    }
    return path.isBlank() ? null : context.file(path);
  }

  private static DatabaseConfig.Server server(Settings settings, Engine engine) {
    String host = settings.requiredText("host");
    if (!host.isBlank() && !HOST.matcher(host).matches()) {
      settings.note("host", "is '" + host + "'", "write a host name or an address, nothing else");
    }
    return new DatabaseConfig.Server(
        host,
        (int) settings.integer("port", engine.defaultPort(), 1, 65_535),
        settings.requiredText("database"),
        settings.requiredText("user"),
        settings.secret("password").orElse(Secret.of("")));
  }

  private static Overlap overlap(Settings settings) {
    Optional<String> text = settings.text("overlap");
    if (text.isEmpty()) {
      return Overlap.usual();
    }
    if (COUNT.matcher(text.get().strip()).matches()) {
      return new Overlap(null, new BigDecimal(text.get().strip()));
    }
    return new Overlap(settings.duration("overlap", Overlap.DEFAULT_DURATION), null);
  }

  private static Duration atLeastSecond(Settings settings, String key, Duration fallback) {
    Duration duration = settings.duration(key, fallback);
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      settings.note(key, "is " + duration, "write at least 1s");
    }
    return duration;
  }

  private static ZoneId zone(Settings settings) {
    String zone = settings.text("zone", "UTC");
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      settings.note("zone", "is '" + zone + "'", "write a zone such as Europe/Berlin");
      return ZoneOffset.UTC;
    }
  }
}
