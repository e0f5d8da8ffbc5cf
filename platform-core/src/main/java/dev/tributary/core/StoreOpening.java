package dev.tributary.core;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.internal.bulk.BulkWrites;
import dev.tributary.core.internal.bulk.SqliteUpsert;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.dialect.SqliteDialect;
import dev.tributary.core.internal.fault.StoreFaults;
import dev.tributary.core.internal.migrate.Migrations;
import dev.tributary.core.internal.pool.Pools;
import dev.tributary.core.internal.pool.SqlitePools;
import dev.tributary.core.internal.time.UtcText;
import java.sql.SQLException;
import java.time.Duration;

/** Opens stores, engine by engine. */
final class StoreOpening {
  private static final Duration ALONE = Duration.ofSeconds(5);

  private StoreOpening() {}

  static OpenStore open(StoreConfig config) {
    return switch (config) {
      case StoreConfig.Sqlite sqlite -> sqlite(sqlite);
      case StoreConfig.Server server ->
          throw new PlatformException(
              PlatformError.STORE_UNAVAILABLE, "unknown " + server.engine());
    };
  }

  private static OpenStore sqlite(StoreConfig.Sqlite config) {
    String place = config.file().toString();
    Dialect dialect = new SqliteDialect();
    StoreFaults faults = new StoreFaults(place);
    Pools pools =
        guarded(
            faults,
            () ->
                SqlitePools.open(
                    config.file(), source -> Migrations.apply(source, dialect, place)));
    BulkWrites bulk =
        new BulkWrites(
            dialect,
            SqliteUpsert::new,
            (statement, parameter, time) -> statement.setString(parameter, UtcText.of(time)));
    return new OpenStore(config.engine(), dialect, bulk, pools, faults, ALONE);
  }

  private static Pools guarded(StoreFaults faults, Opening opening) {
    try {
      return opening.open();
    } catch (SQLException trouble) {
      throw faults.of(trouble);
    } catch (RuntimeException failed) {
      throw faults.find(failed).map(RuntimeException.class::cast).orElse(failed);
    }
  }

  private interface Opening {
    Pools open() throws SQLException;
  }
}
