package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import dev.tributary.testkit.MariaServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real servers, each started once for all tests of a run and stopped when it ends. */
final class Servers {
  private static @Nullable EmbeddedPostgres postgres;

  private Servers() {}

  static synchronized EmbeddedPostgres postgres() throws Exception {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    }
    return postgres;
  }

  static StoreConfig mariaDb() {
    return StoreConfig.mysql(
            "localhost",
            MariaServer.instance().port(),
            MariaServer.DATABASE,
            MariaServer.USER,
            Secret.of(MariaServer.PASSWORD))
        .with(new StoreConfig.Tuning(10, Map.of("sslMode", "disable")));
  }
}
