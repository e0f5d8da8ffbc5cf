package dev.tributary.alerts;

import dev.tributary.api.window.WindowStore;
import dev.tributary.testkit.WindowStoreContract;

class InMemoryWindowStoreTest extends WindowStoreContract {
  @Override
  protected WindowStore open() {
    return WindowStores.inMemory();
  }
}
