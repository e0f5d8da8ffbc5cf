package dev.tributary.connector.jdbc.internal.connection;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.connector.jdbc.internal.settings.DatabaseConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.Driver;

/** MySQL and MariaDB, through MariaDB's driver. */
final class MysqlOpener implements Opener {

  @Override
  public Connection open(DatabaseConfig config) throws SQLException {
    Connection connection = Driver.connect(configuration(config));
    try (Statement statement = connection.createStatement()) {
      connection.setCatalog(config.requiredServer().database());
      statement.execute("SET SESSION TRANSACTION READ ONLY");
      // Zero dates are to be read as they are, and backslashes as the driver escapes them.
      statement.execute("SET SESSION sql_mode = ''");
      statement.execute("SET SESSION time_zone = '+00:00'");
      // A query that stays open while its rows are worked on must not be cut by the server.
      statement.execute("SET SESSION net_write_timeout = 3600");
      long lockSeconds = config.connectTimeout().toSeconds();
      statement.execute("SET SESSION lock_wait_timeout = " + lockSeconds);
      statement.execute("SET SESSION innodb_lock_wait_timeout = " + lockSeconds);
      connection.setNetworkTimeout(Runnable::run, (int) config.timeout().toMillis());
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  @Override
  public ConnectorError codeOf(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 1045, 1044, 1142, 1143, 1698 -> ConnectorError.UNAUTHORIZED;
      case 1049, 1051, 1054, 1146 -> ConnectorError.MISSING;
      case 1040, 1053, 1129, 1130 -> ConnectorError.UNREACHABLE;
      default -> byClass(failure.getSQLState());
    };
  }

  @Override
  public String schema(DatabaseConfig config) {
    return config.requiredServer().database();
  }

  /** The URL holds nothing but host and port, so that no setting can smuggle an option in. */
  private static Configuration configuration(DatabaseConfig config) throws SQLException {
    DatabaseConfig.Server server = config.requiredServer();
    boolean bareAddress = server.host().contains(":") && !server.host().startsWith("[");
    String host = bareAddress ? "[" + server.host() + "]" : server.host();
    Properties options = new Properties();
    config.options().forEach(options::setProperty);
    options.setProperty("user", server.user());
    options.setProperty("password", server.password().reveal());
    options.setProperty("connectTimeout", Long.toString(config.connectTimeout().toMillis()));
    options.setProperty("socketTimeout", Long.toString(config.connectTimeout().toMillis()));
    options.setProperty("allowLocalInfile", "false");
    return Configuration.parse("jdbc:mariadb://" + host + ":" + server.port() + "/", options);
  }

  private static ConnectorError byClass(@Nullable String state) {
    return state != null && state.startsWith("08")
        ? ConnectorError.UNREACHABLE
        : ConnectorError.FAILED;
  }
}
