package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreIT extends CentralStoreContract {
  private static StoreConfig config;
  private static CentralStore store;

  @BeforeAll
  static void open() throws Exception {
    config =
        StoreConfig.postgresql(
            "localhost", Servers.postgres().getPort(), "postgres", "postgres", Secret.of("x"));
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
}
