package dev.tributary.connector.json;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.folder.FolderConnector;
import dev.tributary.api.folder.FolderSettings;
import dev.tributary.api.settings.Settings;
import dev.tributary.connector.json.internal.record.JsonFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Makes connectors of kind {@code json}: a folder of JSON files. Thread-safe.
 *
 * <p>Settings: {@code folder}; {@code settle}, how long a file must have rested before it is read
 * (default 5s); {@code max_record}, the most bytes of one record (default 1MiB).
 */
public final class JsonConnectorFactory implements ConnectorFactory {
  private static final long MAX_RECORD = 1L << 20;

  /** Makes the factory. */
  public JsonConnectorFactory() {}

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    Settings settings = context.settings();
    FolderSettings folder = FolderSettings.from(settings);
    long most = settings.bytes("max_record", MAX_RECORD);
    settings.verify();
    return new FolderConnector(
        context, folder, new JsonFormat((int) Math.min(most, Integer.MAX_VALUE)));
  }

  @Override
  public Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    return Optional.of(FolderSettings.of(settings, folder));
  }
}
