package dev.tributary.alerts.internal.ledger;

import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far the log has been evaluated, by whom, and whether it is being evaluated. Stateless. */
public final class EngineLedger {
  private EngineLedger() {}

  /**
   * The row of the engine.
   *
   * @param position the id of the last entry that has been evaluated; below 0 before the first
   * @param time the time of the log there
   * @param epoch rises whenever another worker takes over
   * @param owner the worker that evaluates; null if there was none yet
   * @param paused whether evaluation rests
   * @param gaps how often entries were dropped before they were evaluated
   */
  public record Engine(
      long position,
      @Nullable Instant time,
      long epoch,
      @Nullable String owner,
      boolean paused,
      long gaps) {}

  /**
   * Reads the row.
   *
   * @param connection any connection
   * @return the engine
   */
  public static Engine read(Connection connection) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_engine WHERE name = 'alerts'")
        .map((row, context) ->
            new Engine(
                row.getLong("position"),
                Columns.time(row, "log_time"),
                row.getLong("epoch"),
                row.getString("owner"),
                row.getInt("paused") != 0,
                row.getLong("gaps")))
        .one();
  }

  /**
   * Moves the engine on.
   *
   * @param connection the connection of a transaction
   * @param before the engine as the worker knows it
   * @param position the id of the last entry evaluated now
   * @param time the time of the log there
   * @return false if another worker has moved it or taken over
   */
  public static boolean advance(Connection connection, Engine before, long position, Instant time) {
    return Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_engine SET position = :position, log_time = :time"
                    + " WHERE name = 'alerts' AND position = :before AND epoch = :epoch")
            .bind("position", position)
            .bind("time", StoreTime.text(time))
            .bind("before", before.position())
            .bind("epoch", before.epoch())
            .execute()
        == 1;
  }

  /**
   * Takes over.
   *
   * @param connection the connection of a transaction
   * @param before the engine as it was read
   * @param owner the worker
   * @return false if another worker was faster
   */
  public static boolean claim(Connection connection, Engine before, String owner) {
    return Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_engine SET owner = :owner, epoch = epoch + 1"
                    + " WHERE name = 'alerts' AND epoch = :epoch")
            .bind("owner", owner)
            .bind("epoch", before.epoch())
            .execute()
        == 1;
  }

  /**
   * Begins at the present end of the log, if evaluation has never begun.
   *
   * @param connection the connection of a transaction
   */
  public static void begin(Connection connection) {
    Jdbi.open(connection)
        .execute(
            "UPDATE alert_engine SET position ="
                + " (SELECT last_id FROM event_sequence WHERE name = 'event_log')"
                + " WHERE name = 'alerts' AND position < 0");
  }

  /**
   * Rests or goes on.
   *
   * @param connection the connection of a transaction
   * @param paused whether to rest
   */
  public static void pause(Connection connection, boolean paused) {
    Jdbi.open(connection)
        .createUpdate("UPDATE alert_engine SET paused = :paused WHERE name = 'alerts'")
        .bind("paused", paused ? 1 : 0)
        .execute();
  }

  /**
   * Notes that entries were dropped before they were evaluated.
   *
   * @param connection the connection of a transaction
   */
  public static void gap(Connection connection) {
    Jdbi.open(connection).execute("UPDATE alert_engine SET gaps = gaps + 1 WHERE name = 'alerts'");
  }
}
