package dev.tributary.connector.json;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.connector.json.internal.folder.FolderConfig;
import dev.tributary.connector.json.internal.folder.FolderConnector;
import java.util.Map;
import java.util.Optional;

/**
 * Makes connectors of kind {@code json}: a folder of JSON files. Thread-safe.
 *
 * <p>Settings: {@code folder}; {@code settle}, how long a file must have rested before it is read
 * (default 5s); {@code max_record}, the most bytes of one record (default 1MiB).
 */
public final class JsonConnectorFactory implements ConnectorFactory {

  /** Makes the factory. */
  public JsonConnectorFactory() {}

  @Override
  public String kind() {
    return "json";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    return new FolderConnector(context, FolderConfig.from(context.settings()));
  }

  @Override
  public Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    Object most = settings.get("max_record");
    return Optional.of(
        most == null
            ? Map.of("folder", folder, "settle", "0s")
            : Map.of("folder", folder, "settle", "0s", "max_record", most));
  }
}
