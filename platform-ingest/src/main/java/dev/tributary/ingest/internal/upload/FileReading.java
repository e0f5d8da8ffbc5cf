package dev.tributary.ingest.internal.upload;

import dev.tributary.api.ingest.FileFormat;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.source.ConnectorHouse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an uploaded file is read: by its source's own connector where that reads the format, else by
 * the connector of the format.
 *
 * @param kind the kind of connector
 * @param settings its settings
 */
record FileReading(String kind, Map<String, Object> settings) {
  /**
   * Chooses.
   *
   * @return how; empty if the source reads no files, or nothing reads the format
   */
  static Optional<FileReading> of(
      ConnectorHouse house, SourceConfig source, FileFormat format, Path folder) {
    Optional<Map<String, Object>> own = house.forFolder(source.kind(), source.settings(), folder);
    if (own.isEmpty() || format == formatOf(source.kind())) {
      return own.map(settings -> new FileReading(source.kind(), settings));
    }
    return house
        .forFolder(word(format), Map.of(), folder)
        .map(settings -> new FileReading(word(format), settings));
  }

  /** Kinds that are not named after a format read what CSV readers read. */
  private static FileFormat formatOf(String kind) {
    return Arrays.stream(FileFormat.values())
        .filter(format -> word(format).equals(kind))
        .findFirst()
        .orElse(FileFormat.CSV);
  }

  private static String word(FileFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
