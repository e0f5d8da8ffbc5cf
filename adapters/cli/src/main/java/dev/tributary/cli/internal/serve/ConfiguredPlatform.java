package dev.tributary.cli.internal.serve;

import dev.tributary.embedded.Tributary;
import dev.tributary.embedded.TributaryConfig;
import dev.tributary.helidon.ServerConfig;
import java.nio.file.Path;

/**
 * A configuration file with everything in it, the server's section included, so that one reading
 * reports every fault.
 *
 * @param config what the platform reads of it
 * @param server what the server reads of it
 */
public record ConfiguredPlatform(TributaryConfig config, ServerConfig server) {
  /**
   * Reads a file.
   *
   * @param file the configuration
   * @return what it says
   * @throws dev.tributary.api.settings.ConfigurationException with every fault of the file
   */
  public static ConfiguredPlatform read(Path file) {
    TributaryConfig config = TributaryConfig.read(file);
    ServerConfig.Builder server = ServerConfig.from(config.server());
    config.verify();
    return new ConfiguredPlatform(config, server.build());
  }

  /**
   * Opens the platform.
   *
   * @return a platform that does not yet collect on its own
   */
  public Tributary open() {
    return Tributary.builder(config).build();
  }
}
