package dev.tributary.connector.jdbc.internal.connection;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.connector.jdbc.internal.settings.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL. */
final class PostgresOpener implements Opener {
  private static final Duration MARGIN = Duration.ofSeconds(5);

  @Override
  public Connection open(DatabaseConfig config) throws SQLException {
    DatabaseConfig.Server server = config.requiredServer();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {server.host()});
    source.setPortNumbers(new int[] {server.port()});
    source.setDatabaseName(server.database());
    source.setUser(server.user());
    source.setPassword(server.password().reveal());
    source.setConnectTimeout((int) config.connectTimeout().toSeconds());
    source.setSocketTimeout((int) config.connectTimeout().toSeconds());
    source.setBinaryTransfer(false);
    source.setReadOnly(true);
    source.setApplicationName("tributary");
    for (Map.Entry<String, String> option : config.options().entrySet()) {
      source.setProperty(option.getKey(), option.getValue());
    }
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
      statement.execute("SET TIME ZONE 'UTC'");
      statement.execute("SET DateStyle = 'ISO, YMD'");
      statement.execute("SET bytea_output = 'hex'");
      statement.execute("SET extra_float_digits = 1");
      statement.execute("SET lock_timeout = " + config.connectTimeout().toMillis());
      statement.execute("SET statement_timeout = " + config.timeout().toMillis());
      // The server's own time-out should speak first: its message says what was cut short.
      int most = (int) config.timeout().plus(MARGIN).toMillis();
      connection.setNetworkTimeout(Runnable::run, most);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public ConnectorError codeOf(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "3D000", "3F000", "42P01", "42703" -> ConnectorError.MISSING;
      case "42501" -> ConnectorError.UNAUTHORIZED;
      case "53300", "57P01", "57P02", "57P03" -> ConnectorError.UNREACHABLE;
      default -> byClass(state);
    };
  }

  @Override
  public String schema(DatabaseConfig config) {
    return "public";
  }

  private static ConnectorError byClass(String state) {
    if (state.startsWith("08")) {
      return ConnectorError.UNREACHABLE;
    }
    return state.startsWith("28") ? ConnectorError.UNAUTHORIZED : ConnectorError.FAILED;
  }
}
