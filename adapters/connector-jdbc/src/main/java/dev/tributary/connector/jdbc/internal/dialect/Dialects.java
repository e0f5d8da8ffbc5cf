package dev.tributary.connector.jdbc.internal.dialect;

import dev.tributary.connector.jdbc.internal.settings.Engine;
import java.time.ZoneId;

/** Knows the dialect of every engine. */
public final class Dialects {
  private Dialects() {}

  /**
   * The dialect of an engine.
   *
   * @param engine the engine
   * @param zone the zone of timestamps that carry none
   * @return the dialect
   */
  public static Dialect of(Engine engine, ZoneId zone) {
    return switch (engine) {
      case SQLITE -> new SqliteDialect(zone);
      case POSTGRESQL -> new PostgresDialect(zone);
      case MYSQL -> new MysqlDialect(zone);
    };
  }
}
