package dev.tributary.connector.jdbc;

import dev.tributary.testkit.MariaServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The MariaDB server of the tests, with a user that may read and one that may not. */
final class MariaEngine implements TestEngine {
  static final String PASSWORD = "s3cr3t-of-maria";

  private final MariaServer server = MariaServer.instance();

  private MariaEngine() {
    run(
        "create user 'reader'@'localhost' identified by '" + PASSWORD + "'",
        "grant select on app.* to 'reader'@'localhost'",
        "create user 'stranger'@'localhost' identified by '" + PASSWORD + "'",
        "grant select, create on app.no_such_table to 'stranger'@'localhost'");
  }

  static MariaEngine instance() {
    return Holder.INSTANCE;
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of(
        "engine",
        "mysql",
        "host",
        "127.0.0.1",
        "port",
        port(),
        "database",
        MariaServer.DATABASE,
        "user",
        "reader",
        "password",
        "env:MARIA",
        "options",
        Map.of("sslMode", "disable"));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("env:MARIA", PASSWORD);
  }

  int port() {
    return server.port();
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(MariaServer.DATABASE));
  }

  @Override
  public String timeType() {
    return "datetime(6)";
  }

  private static final class Holder {
    static final MariaEngine INSTANCE = new MariaEngine();
  }
}
