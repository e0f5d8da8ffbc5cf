package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The {@code store} section of a configuration file. */
public final class StoreSettings {
  private static final int MOST_CONNECTIONS = 200;

  private StoreSettings() {}

  /**
   * Reads the section: {@code kind} is {@code sqlite} (the default; {@code file} is {@code
   * tributary.db} in the data folder unless given), {@code postgresql} or {@code mysql} with {@code
   * host}, {@code port}, {@code database}, {@code user}, {@code password}, {@code connections}
   * (default 10) and {@code options}.
   *
   * @param settings the section
   * @param dataFolder where the SQLite file is kept
   * @return the configuration; empty if something is wrong, which is noted in the settings then
   */
  public static Optional<StoreConfig> read(Settings settings, Path dataFolder) {
    return switch (settings.choice("kind", Kind.SQLITE)) {
      case SQLITE ->
          Optional.of(
              StoreConfig.sqlite(dataFolder.resolve(settings.text("file", "tributary.db"))));
      case POSTGRESQL -> server(settings, StoreEngine.POSTGRESQL, 5432);
      case MYSQL, MARIADB -> server(settings, StoreEngine.MYSQL, 3306);
    };
  }

  private static Optional<StoreConfig> server(Settings settings, StoreEngine engine, int port) {
    String host = settings.requiredText("host");
    int chosen = (int) settings.integer("port", port, 1, 65_535);
    String database = settings.requiredText("database");
    String user = settings.requiredText("user");
    Secret password = settings.secret("password").orElse(Secret.of(""));
    int connections = (int) settings.integer("connections", 10, 1, MOST_CONNECTIONS);
    Map<String, String> options = options(settings.section("options"));
    if (host.isBlank() || database.isBlank() || user.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StoreConfig.Server(
              engine,
              new StoreConfig.Address(host, chosen, database),
              user,
              password,
              new StoreConfig.Tuning(connections, options)));
    } catch (IllegalArgumentException wrong) {
      settings.note("kind", "cannot be used", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private static Map<String, String> options(Settings settings) {
    Map<String, String> options = new LinkedHashMap<>();
    settings.keys().forEach(key -> settings.text(key).ifPresent(value -> options.put(key, value)));
    return options;
  }

  private enum Kind {
    SQLITE,
    POSTGRESQL,
    MYSQL,
    MARIADB
  }
}
