package dev.tributary.alerts.internal.ledger;

import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.Notification;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The notifications on their way, and those that arrived or did not. Stateless. */
public final class NotificationLedger {
  private NotificationLedger() {}

  /**
   * Puts a notification on its way.
   *
   * @param connection the connection of a transaction
   * @param notification what to tell
   * @param group the group it is about
   * @param channel through which channel
   */
  public static void add(
      Connection connection, Notification notification, String group, String channel) {
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO alert_notifications (id, group_id, channel, payload, status, attempts,"
                + " next_attempt_at, created_at)"
                + " VALUES (:id, :group, :channel, :payload, 'pending', 0, :now, :now)")
        .bind("id", notification.id())
        .bind("group", group)
        .bind("channel", channel)
        .bind("payload", NotificationText.write(notification))
        .bind("now", StoreTime.text(notification.createdAt()))
        .execute();
  }

  /**
   * The notifications whose next attempt is due.
   *
   * @param connection any connection
   * @param now the present
   * @param most the most to return
   * @return the notifications, oldest first
   */
  public static List<Delivery> due(Connection connection, Instant now, int most) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT * FROM alert_notifications WHERE status = 'pending'"
                + " AND next_attempt_at <= :now ORDER BY created_at, id LIMIT "
                + most)
        .bind("now", StoreTime.text(now))
        .map(NotificationLedger::delivery)
        .list();
  }

  /**
   * Takes a notification in hand, so that no other worker does meanwhile.
   *
   * @param connection the connection of a transaction
   * @param delivery the notification as it was read
   * @param worker who takes it
   * @param until how long it is left to the worker
   * @return false if another worker was faster
   */
  public static boolean claim(
      Connection connection, Delivery delivery, String worker, Instant until) {
    return Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_notifications SET claimed_by = :worker, next_attempt_at = :until"
                    + " WHERE id = :id AND status = 'pending' AND next_attempt_at = :before")
            .bind("worker", worker)
            .bind("until", StoreTime.text(until))
            .bind("id", delivery.notification().id())
            .bind("before", Columns.time(delivery.nextAttemptAt()))
            .execute()
        == 1;
  }

  /**
   * Gives back what a worker had in hand when it died.
   *
   * @param connection the connection of a transaction
   * @param worker the worker
   * @param now the present
   * @return how many
   */
  public static int release(Connection connection, String worker, Instant now) {
    return Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_notifications SET claimed_by = NULL, next_attempt_at = :now"
                + " WHERE status = 'pending' AND claimed_by = :worker")
        .bind("worker", worker)
        .bind("now", StoreTime.text(now))
        .execute();
  }

  /**
   * Notes that a notification arrived.
   *
   * @param connection the connection of a transaction
   * @param id the notification
   * @param now the present
   */
  public static void delivered(Connection connection, String id, Instant now) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_notifications SET status = 'delivered', attempts = attempts + 1,"
                + " delivered_at = :now, claimed_by = NULL, last_error = NULL WHERE id = :id")
        .bind("now", StoreTime.text(now))
        .bind("id", id)
        .execute();
  }

  /**
   * Notes that an attempt failed.
   *
   * @param connection the connection of a transaction
   * @param id the notification
   * @param error what went wrong
   * @param next when to try again; null to give up
   */
  public static void failed(
      Connection connection, String id, String error, @Nullable Instant next) {
    String outcome = next == null ? "status = 'dead'" : "next_attempt_at = :next";
    var update =
        Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_notifications SET "
                    + outcome
                    + ", attempts = attempts + 1, last_error = :error, claimed_by = NULL"
                    + " WHERE id = :id")
            .bind("error", error)
            .bind("id", id);
    (next == null ? update : update.bind("next", StoreTime.text(next))).execute();
  }

  /**
   * Tries a dead notification again.
   *
   * @param connection the connection of a transaction
   * @param id the notification
   * @param now the present
   * @return false if there is none of this id that is dead
   */
  public static boolean revive(Connection connection, String id, Instant now) {
    return Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_notifications SET status = 'pending', attempts = 0,"
                    + " next_attempt_at = :now WHERE id = :id AND status = 'dead'")
            .bind("now", StoreTime.text(now))
            .bind("id", id)
            .execute()
        == 1;
  }

  /**
   * Lists notifications, newest first.
   *
   * @param connection any connection
   * @param status only in this status; null for all
   * @param limit the most to list
   * @return the notifications
   */
  public static List<Delivery> list(
      Connection connection, Delivery.@Nullable Status status, int limit) {
    var query =
        Jdbi.open(connection)
            .createQuery(
                "SELECT * FROM alert_notifications"
                    + (status == null ? "" : " WHERE status = :status")
                    + " ORDER BY created_at DESC, id LIMIT "
                    + limit);
    return (status == null ? query : query.bind("status", Columns.word(status)))
        .map(NotificationLedger::delivery)
        .list();
  }

  /**
   * Finds a notification.
   *
   * @param connection any connection
   * @param id its id
   * @return the notification, if there is one
   */
  public static Optional<Delivery> find(Connection connection, String id) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_notifications WHERE id = :id")
        .bind("id", id)
        .map(NotificationLedger::delivery)
        .findOne();
  }

  private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
    Delivery.Status status = Columns.word(row, "status", Delivery.Status.class);
    return new Delivery(
        NotificationText.read(row.getString("payload")),
        row.getString("channel"),
        status,
        row.getInt("attempts"),
        status == Delivery.Status.PENDING ? Columns.time(row, "next_attempt_at") : null,
        Columns.time(row, "delivered_at"),
        row.getString("last_error"));
  }
}
