package dev.tributary.connector.jdbc;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.connector.jdbc.internal.connection.Database;
import dev.tributary.connector.jdbc.internal.read.TableSource;
import java.util.List;

/** Reads one database. */
final class JdbcConnector implements SourceConnector {
  private final Database database;
  private final TableSource tables;

  JdbcConnector(Database database, TableSource tables) {
    this.database = database;
    this.tables = tables;
  }

  @Override
  public String check() {
    return tables.check();
  }

  @Override
  public List<SourceStream> discover() {
    return tables.discover();
  }

  @Override
  public BatchReader read(ReadRequest request) {
    return tables.read(request);
  }

  @Override
  public void close() {
    database.close();
  }

  @Override
  public String toString() {
    return "jdbc connector to " + database.place();
  }
}
