package dev.tributary.alerts.internal.ledger;

import dev.tributary.api.alert.AlertWorker;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The workers that share the store. Stateless. */
public final class WorkerLedger {
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

  private WorkerLedger() {}

  /**
   * A sign of life.
   *
   * @param id the worker
   * @param started when it began
   * @param now the present
   * @param position how far it has evaluated the log
   * @param rules how many rules it evaluates
   */
  public record Sign(String id, Instant started, Instant now, long position, int rules) {}

  /**
   * Notes a sign of life. The one that evaluates also forgets those that have given no sign for a
   * day. No other row is touched: two workers that sign at once must not wait for one another.
   *
   * @param connection the connection of a transaction
   * @param sign the sign
   * @param evaluates whether the worker evaluates, and does not stand by
   */
  public static void sign(Connection connection, Sign sign, boolean evaluates) {
    Handle handle = Jdbi.open(connection);
    handle.createUpdate("DELETE FROM alert_workers WHERE id = :id").bind("id", sign.id()).execute();
    handle
        .createUpdate(
            "INSERT INTO alert_workers (id, started_at, heartbeat_at, position, rules)"
                + " VALUES (:id, :started, :now, :position, :rules)")
        .bind("id", sign.id())
        .bind("started", StoreTime.text(sign.started()))
        .bind("now", StoreTime.text(sign.now()))
        .bind("position", sign.position())
        .bind("rules", sign.rules())
        .execute();
    if (evaluates) {
      handle
          .createUpdate("DELETE FROM alert_workers WHERE id <> :id AND heartbeat_at < :old")
          .bind("id", sign.id())
          .bind("old", StoreTime.text(sign.now().minus(FORGOTTEN_AFTER)))
          .execute();
    }
  }

  /**
   * When a worker gave its last sign.
   *
   * @param connection any connection
   * @param id the worker
   * @return the time; null if it gave none or has left
   */
  public static @Nullable Instant lastSign(Connection connection, String id) {
    return Jdbi.open(connection)
        .createQuery("SELECT heartbeat_at FROM alert_workers WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> Columns.requiredTime(row, "heartbeat_at"))
        .findOne()
        .orElse(null);
  }

  /**
   * Notes that a worker has left.
   *
   * @param connection the connection of a transaction
   * @param id the worker
   */
  public static void leave(Connection connection, String id) {
    Jdbi.open(connection)
        .createUpdate("DELETE FROM alert_workers WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /**
   * Reads all workers. The one that evaluates is the one that owns the engine.
   *
   * @param connection any connection
   * @return the workers by name
   */
  public static List<AlertWorker> all(Connection connection) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT w.*, e.owner FROM alert_workers w"
                + " LEFT JOIN alert_engine e ON e.name = 'alerts' AND e.owner = w.id"
                + " ORDER BY w.id")
        .map((row, context) ->
            new AlertWorker(
                row.getString("id"),
                row.getString("owner") != null,
                Columns.requiredTime(row, "started_at"),
                Columns.requiredTime(row, "heartbeat_at"),
                row.getLong("position"),
                row.getInt("rules")))
        .list();
  }
}
