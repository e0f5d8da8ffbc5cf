package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.NotificationRoute;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The groups in which alerts are told, and when. Stateless. */
public final class GroupLedger {
  private GroupLedger() {}

  /**
   * A group.
   *
   * @param id its id
   * @param route the name of its route
   * @param labels what its alerts have in common
   * @param dueAt when its news are told; null if there are none
   * @param sentAt when it was last told; null if it never was
   * @param repeatAt when it is told again that alerts are still on; null if none is
   * @param repeats how often that has happened
   */
  public record Group(
      String id,
      String route,
      Map<String, String> labels,
      @Nullable Instant dueAt,
      @Nullable Instant sentAt,
      @Nullable Instant repeatAt,
      long repeats) {}

  /**
   * Sees to it that the news of a group are told, no later than its route says.
   *
   * @param connection the connection of a transaction
   * @param id the group
   * @param route its route
   * @param labels what its alerts have in common
   * @param now the present
   */
  public static void wake(
      Connection connection,
      String id,
      NotificationRoute route,
      Map<String, String> labels,
      Instant now) {
    Optional<Group> known = find(connection, id);
    if (known.isEmpty()) {
      Jdbi.open(connection)
          .createUpdate(
              "INSERT INTO alert_groups (id, route, labels, due_at)"
                  + " VALUES (:id, :route, :labels, :due)")
          .bind("id", id)
          .bind("route", route.name())
          .bind("labels", Json.text(labels))
          .bind("due", StoreTime.text(now.plus(route.timing().gather())))
          .execute();
      return;
    }
    if (known.get().dueAt() == null) {
      Instant sent = known.get().sentAt();
      Instant next = sent == null ? now : sent.plus(route.timing().interval());
      Instant least = now.plus(route.timing().gather());
      schedule(connection, known.get(), next.isAfter(least) ? next : least);
    }
  }

  private static void schedule(Connection connection, Group group, Instant due) {
    Jdbi.open(connection)
        .createUpdate("UPDATE alert_groups SET due_at = :due WHERE id = :id")
        .bind("due", StoreTime.text(due))
        .bind("id", group.id())
        .execute();
  }

  /**
   * The groups whose turn it is.
   *
   * @param connection any connection
   * @param now the present
   * @return the groups
   */
  public static List<Group> due(Connection connection, Instant now) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT * FROM alert_groups WHERE due_at <= :now OR repeat_at <= :now ORDER BY id")
        .bind("now", StoreTime.text(now))
        .map(GroupLedger::group)
        .list();
  }

  /**
   * Finds a group.
   *
   * @param connection any connection
   * @param id its id
   * @return the group, if there is one
   */
  public static Optional<Group> find(Connection connection, String id) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_groups WHERE id = :id")
        .bind("id", id)
        .map(GroupLedger::group)
        .findOne();
  }

  /**
   * Notes that a group was told.
   *
   * @param connection the connection of a transaction
   * @param group the group as it was
   * @param sentAt when; null if there was nobody to tell
   * @param repeatAt when it is told again that alerts are still on; null if none is
   */
  public static void told(
      Connection connection, Group group, @Nullable Instant sentAt, @Nullable Instant repeatAt) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_groups SET due_at = NULL, sent_at = :sent, repeat_at = :repeat,"
                + " repeats = :repeats WHERE id = :id")
        .bind("sent", Columns.time(sentAt))
        .bind("repeat", Columns.time(repeatAt))
        .bind("repeats", group.repeats() + 1)
        .bind("id", group.id())
        .execute();
  }

  private static Group group(ResultSet row, StatementContext context) throws SQLException {
    return new Group(
        row.getString("id"),
        row.getString("route"),
        Json.labels(row.getString("labels")),
        Columns.time(row, "due_at"),
        Columns.time(row, "sent_at"),
        Columns.time(row, "repeat_at"),
        row.getLong("repeats"));
  }
}
