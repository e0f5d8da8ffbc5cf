package dev.tributary.core;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends CentralStoreContract {
  @TempDir static Path folder;
  private static CentralStore store;

  @BeforeAll
  static void open() {
    store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  CentralStore store() {
    return store;
  }

  @Override
  StoreConfig config() {
    return StoreConfig.sqlite(folder.resolve("store.db"));
  }
}
