package dev.tributary.core;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbStoreIT extends CentralStoreContract {
  private static StoreConfig config;
  private static CentralStore store;

  @BeforeAll
  static void open() throws Exception {
    config = Servers.mariaDb();
    store = CentralStore.open(config, clock());
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
    return config;
  }

  @Override
  String quote(String name) {
    return '`' + name + '`';
  }
}
