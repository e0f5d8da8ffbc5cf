package dev.tributary.connector.csv;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.connector.csv.internal.folder.FolderConnector;
import dev.tributary.connector.csv.internal.folder.FolderSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes connectors of kind {@code csv}: watched folders of delimited files. The settings and the
 * rules by which files are read are told in {@code docs/csv.md}. Thread-safe.
 */
public final class CsvConnectorFactory implements ConnectorFactory {
  /** Settings that say which files of a watched folder to take, and when. */
  private static final List<String> OF_WATCHING =
      List.of("exclude", "recursive", "done_marker", "follow");

  /** Makes the factory. */
  public CsvConnectorFactory() {}

  @Override
  public String kind() {
    return "csv";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    return new FolderConnector(context, FolderSettings.from(context.settings()));
  }

  @Override
  public List<ReadMode> modes() {
    return List.of(ReadMode.INCREMENTAL, ReadMode.FULL);
  }

  @Override
  public Optional<Map<String, Object>> forFolder(Map<String, Object> settings, String folder) {
    Map<String, Object> there = new LinkedHashMap<>(settings);
    OF_WATCHING.forEach(there::remove);
    there.put("folder", folder);
    there.put("include", "*");
    there.put("settle", "0s");
    return Optional.of(there);
  }
}
