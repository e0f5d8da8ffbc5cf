package dev.tributary.alerts;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.TestClock;
import dev.tributary.testkit.WindowStoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresWindowStoreIT extends WindowStoreContract {
  private static EmbeddedPostgres server;
  private static CentralStore central;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
    central =
        CentralStore.open(
            StoreConfig.postgresql(
                "localhost", server.getPort(), "postgres", "postgres", Secret.of("")),
            TestClock.create());
  }

  @AfterAll
  static void stop() throws IOException {
    central.close();
    server.close();
  }

  @Override
  protected WindowStore open() {
    return WindowStores.jdbc(central);
  }
}
