package dev.tributary.connector.jdbc.internal.connection;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.connector.jdbc.internal.settings.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections of one engine, and knows what its errors mean. */
interface Opener {

  /** Opens a connection that cannot write, waits for nothing for ever, and speaks UTC. */
  Connection open(DatabaseConfig config) throws SQLException;

  /** What an error means; {@link ConnectorError#FAILED} for all that has no other code. */
  ConnectorError codeOf(SQLException failure);

  /** The schema that tables are looked for in unless the settings name one. */
  String schema(DatabaseConfig config);

  static Opener of(DatabaseConfig config) {
    return switch (config.engine()) {
      case SQLITE -> new SqliteOpener();
      case POSTGRESQL -> new PostgresOpener();
      case MYSQL -> new MysqlOpener();
    };
  }
}
