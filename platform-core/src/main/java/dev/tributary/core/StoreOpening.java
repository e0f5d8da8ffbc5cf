package dev.tributary.core;

import dev.tributary.core.internal.bulk.BulkWrites;
import dev.tributary.core.internal.bulk.MysqlUpsert;
import dev.tributary.core.internal.bulk.PostgresUpsert;
import dev.tributary.core.internal.bulk.SqliteUpsert;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.dialect.MysqlDialect;
import dev.tributary.core.internal.dialect.PostgresDialect;
import dev.tributary.core.internal.dialect.SqliteDialect;
import dev.tributary.core.internal.fault.StoreFaults;
import dev.tributary.core.internal.migrate.Migrations;
import dev.tributary.core.internal.pool.Pools;
import dev.tributary.core.internal.pool.ServerPools;
import dev.tributary.core.internal.pool.SqlitePools;
import dev.tributary.core.internal.text.UtcText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Opens stores, engine by engine. */
final class StoreOpening {
  /** On a file of its own a process hears of every event by itself. */
  private static final Duration ALONE = Duration.ofSeconds(5);

  private static final Duration AMONG_OTHERS = Duration.ofMillis(500);

  private StoreOpening() {}

  static OpenStore open(StoreConfig config) {
    String place = config.toString();
    StoreFaults faults = new StoreFaults(place);
    try {
      return switch (config) {
        case StoreConfig.Sqlite sqlite -> sqlite(sqlite, faults);
        case StoreConfig.Server server ->
            server.engine() == StoreEngine.POSTGRESQL
                ? postgresql(server, faults)
                : mysql(server, faults);
      };
    } catch (SQLException trouble) {
      throw faults.of(trouble);
    } catch (RuntimeException failed) {
      throw faults.find(failed).map(RuntimeException.class::cast).orElse(failed);
    }
  }

  private static OpenStore sqlite(StoreConfig.Sqlite config, StoreFaults faults)
      throws SQLException {
    Dialect dialect = new SqliteDialect();
    Pools pools =
        SqlitePools.open(
            config.file(), source -> Migrations.apply(source, dialect, config.toString()));
    BulkWrites bulk =
        new BulkWrites(
            dialect,
            SqliteUpsert::new,
            (statement, parameter, time) -> statement.setString(parameter, UtcText.of(time)));
    return new OpenStore(config.engine(), dialect, bulk, pools, faults, ALONE);
  }

  private static OpenStore postgresql(StoreConfig.Server config, StoreFaults faults)
      throws SQLException {
    Dialect dialect = new PostgresDialect();
    Pools pools =
        ServerPools.postgresql(
            login(config),
            config.tuning().connections(),
            (source, probe) -> Migrations.apply(source, dialect, config.toString()));
    BulkWrites bulk =
        new BulkWrites(
            dialect,
            PostgresUpsert::new,
            (statement, parameter, time) ->
                statement.setObject(parameter, time.atOffset(ZoneOffset.UTC)));
    return new OpenStore(config.engine(), dialect, bulk, pools, faults, AMONG_OTHERS);
  }

  private static OpenStore mysql(StoreConfig.Server config, StoreFaults faults)
      throws SQLException {
    List<Dialect> dialects = new ArrayList<>();
    Pools pools =
        ServerPools.mysql(
            login(config),
            config.tuning().connections(),
            (source, probe) -> {
              Dialect dialect = new MysqlDialect(isMariaDb(probe));
              dialects.add(dialect);
              Migrations.apply(source, dialect, config.toString());
            });
    Dialect dialect = dialects.getFirst();
    BulkWrites bulk =
        new BulkWrites(
            dialect,
            MysqlUpsert::new,
            (statement, parameter, time) -> statement.setString(parameter, UtcText.sql(time)));
    return new OpenStore(config.engine(), dialect, bulk, pools, faults, AMONG_OTHERS);
  }

  private static boolean isMariaDb(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().contains("MariaDB");
  }

  private static ServerPools.Login login(StoreConfig.Server config) {
    return new ServerPools.Login(
        config.address().host(),
        config.address().port(),
        config.address().database(),
        config.user(),
        config.password(),
        config.tuning().options());
  }
}
