package dev.tributary.embedded;

import dev.tributary.api.settings.Secret;
import dev.tributary.core.StoreConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresCollectionIT extends CollectionContract {
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Override
  StoreConfig store(Path dataDir) {
    return StoreConfig.postgresql(
        "localhost", server.getPort(), "postgres", "postgres", Secret.of(""));
  }
}
