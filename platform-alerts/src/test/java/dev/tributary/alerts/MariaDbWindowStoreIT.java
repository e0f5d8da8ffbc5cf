package dev.tributary.alerts;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.MariaServer;
import dev.tributary.testkit.TestClock;
import dev.tributary.testkit.WindowStoreContract;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbWindowStoreIT extends WindowStoreContract {
  private static CentralStore central;

  @BeforeAll
  static void openCentralStore() {
    central =
        CentralStore.open(
            StoreConfig.mysql(
                    "localhost",
                    MariaServer.instance().port(),
                    MariaServer.DATABASE,
                    MariaServer.USER,
                    Secret.of(MariaServer.PASSWORD))
                .with(new StoreConfig.Tuning(10, Map.of("sslMode", "disable"))),
            TestClock.create());
  }

  @AfterAll
  static void close() {
    central.close();
  }

  @Override
  protected WindowStore open() {
    return WindowStores.jdbc(central);
  }
}
