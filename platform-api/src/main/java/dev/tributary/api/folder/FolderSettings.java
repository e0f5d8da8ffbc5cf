package dev.tributary.api.folder;

import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of every folder.
 *
 * @param folder the folder as configured
 * @param settle how long a file must have rested before it is read
 */
public record FolderSettings(String folder, Duration settle) {
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /**
   * Reads {@code folder} and {@code settle} (default 5s). The caller verifies the settings once it
   * has read its own.
   *
   * @param settings the section of the source
   * @return the settings
   */
  public static FolderSettings from(Settings settings) {
    return new FolderSettings(settings.requiredText("folder"), settings.duration("settle", SETTLE));
  }

  /**
   * Settings that read the complete files of another folder in the same way.
   *
   * @param settings the section of a source, none for the defaults
   * @param folder the absolute path of the other folder
   * @return the same settings for that folder
   */
  public static Map<String, Object> of(Map<String, Object> settings, String folder) {
    Map<String, Object> there = new HashMap<>(settings);
    there.put("folder", folder);
    there.put("settle", "0s");
    return Map.copyOf(there);
  }
}
