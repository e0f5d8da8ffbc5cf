package dev.tributary.connector.parquet;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.folder.FolderConnector;
import dev.tributary.api.folder.FolderSettings;
import dev.tributary.api.settings.Settings;
import dev.tributary.connector.parquet.internal.row.ParquetFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Makes connectors of kind {@code parquet}: a folder of Parquet files. Thread-safe.
 *
 * <p>Settings: {@code folder}; {@code settle}, how long a file must have rested before it is read
 * (default 5s); {@code max_memory}, the most bytes of a file that are held at once, decompressed
 * (default 128MiB).
 */
public final class ParquetConnectorFactory implements ConnectorFactory {
  private static final long MAX_MEMORY = 128L << 20;

  /** Makes the factory. */
  public ParquetConnectorFactory() {}

  @Override
  public String kind() {
    return "parquet";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    Settings settings = context.settings();
    FolderSettings folder = FolderSettings.from(settings);
    long most = settings.bytes("max_memory", MAX_MEMORY);
    settings.verify();
    return new FolderConnector(context, folder, new ParquetFormat(most));
  }

  @Override
  public Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    return Optional.of(FolderSettings.of(settings, folder));
  }
}
