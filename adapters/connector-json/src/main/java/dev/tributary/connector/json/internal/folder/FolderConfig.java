package dev.tributary.connector.json.internal.folder;

import dev.tributary.api.settings.Settings;
import java.time.Duration;

/**
 * The settings of a folder.
 *
 * @param folder the folder as configured
 * @param settle how long a file must have rested before it is read
 * @param maxRecord the most bytes of one record
 */
public record FolderConfig(String folder, Duration settle, int maxRecord) {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final long MAX_RECORD = 1L << 20;

  /**
   * Reads and verifies the settings.
   *
   * @param settings the section of the source
   * @return the settings
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong
   */
  public static FolderConfig from(Settings settings) {
    String folder = settings.requiredText("folder");
    Duration settle = settings.duration("settle", SETTLE);
    long most = settings.bytes("max_record", MAX_RECORD);
    settings.verify();
    return new FolderConfig(folder, settle, (int) Math.min(most, Integer.MAX_VALUE));
  }
}
