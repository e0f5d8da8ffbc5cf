package dev.tributary.embedded;

import dev.tributary.core.StoreConfig;
import java.nio.file.Path;

class SqliteCollectionTest extends CollectionContract {
  @Override
  StoreConfig store(Path dataDir) {
    return StoreConfig.sqlite(dataDir.resolve("tributary.db"));
  }
}
