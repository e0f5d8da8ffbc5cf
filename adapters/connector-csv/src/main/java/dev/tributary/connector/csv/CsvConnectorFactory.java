package dev.tributary.connector.csv;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.connector.csv.internal.folder.FolderConnector;
import dev.tributary.connector.csv.internal.folder.FolderSettings;
import java.util.List;

/**
 * Makes connectors of kind {@code csv}: watched folders of delimited files. The settings and the
 * rules by which files are read are told in {@code docs/csv.md}. Thread-safe.
 */
public final class CsvConnectorFactory implements ConnectorFactory {
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
}
