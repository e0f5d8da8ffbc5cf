package dev.tributary.alerts;

import dev.tributary.api.window.WindowStore;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.testkit.WindowStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteWindowStoreTest extends WindowStoreContract {
  @TempDir static Path folder;
  private static CentralStore central;

  @BeforeAll
  static void openCentralStore() {
    central =
        CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), InstantSource.system());
  }

  @AfterAll
  static void closeCentralStore() {
    central.close();
  }

  @Override
  protected WindowStore open() {
    return WindowStores.jdbc(central);
  }
}
