package dev.tributary.core.internal.migrate;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.internal.dialect.Dialect;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** Brings the store's schema up to date: one history for every engine. */
public final class Migrations {
  /** The table that holds the history. */
  public static final String HISTORY = "schema_history";

  private Migrations() {}

  /**
   * Applies what has not been applied yet.
   *
   * @param source connections to the store
   * @param dialect the engine's SQL
   * @param place what messages call the store
   * @throws PlatformException if the store was written by a newer version, or a migration fails
   */
  public static void apply(DataSource source, Dialect dialect, String place) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:dev/tributary/core/migration")
            .placeholders(dialect.placeholders())
            .table(HISTORY)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .failOnMissingLocations(true)
            .load();
    refuseNewer(flyway, place);
    flyway.migrate();
  }

  private static void refuseNewer(Flyway flyway, String place) {
    for (var migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new PlatformException(
            PlatformError.STORE_UNAVAILABLE,
            "the central store "
                + place
                + " was written by a newer version (schema "
                + migration.getVersion()
                + "); start that version, or restore an older backup",
            new FlywayException("future migration " + migration.getVersion()));
      }
    }
  }
}
