package dev.tributary.examples;

import dev.tributary.api.connector.ConnectorContext;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import java.util.List;

/**
 * A connector for a log file that only grows, one event a line: {@code 2026-01-01T10:00:00Z text}.
 */
public final class LogFileConnectorFactory implements ConnectorFactory {
  static final SourceSchema SCHEMA =
      SourceSchema.of(
          List.of(
              new SourceColumn("byte_offset", ColumnType.INTEGER),
              new SourceColumn("at", ColumnType.TIMESTAMP),
              new SourceColumn("message", ColumnType.TEXT)),
          List.of("byte_offset"));

  /** Makes the factory. */
  public LogFileConnectorFactory() {}

  @Override
  public String kind() {
    return "log-file";
  }

  @Override
  public SourceConnector open(ConnectorContext context) {
    String file = context.settings().requiredText("file");
    context.settings().verify();
    return new LogFileConnector(context.file(file));
  }
}
