package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Who is to be told of what, and why not. Stateless. */
public final class NoticeLedger {
  private NoticeLedger() {}

  /**
   * Adds notices that wait for their group.
   *
   * @param connection the connection of a transaction
   * @param notices the notices
   */
  public static void add(Connection connection, List<Notice> notices) {
    insert(connection, notices, "waiting", "its group waits for its turn");
  }

  /**
   * Adds notices that nobody will get.
   *
   * @param connection the connection of a transaction
   * @param notices the notices
   * @param reason why
   */
  public static void hold(Connection connection, List<Notice> notices, String reason) {
    insert(connection, notices, "suppressed", reason);
  }

  private static void insert(
      Connection connection, List<Notice> notices, String status, String reason) {
    PreparedBatch insert =
        Jdbi.open(connection)
            .prepareBatch(
                "INSERT INTO alert_notices (transition_id, group_id, channel, fingerprint, labels,"
                    + " annotations, status, reason, created_at) VALUES (:transition, :group,"
                    + " :channel, :fingerprint, :labels, :annotations, :status, :reason, :now)");
    for (Notice notice : notices) {
      insert
          .bind("transition", notice.transition())
          .bind("group", notice.group())
          .bind("channel", notice.channel())
          .bind("fingerprint", notice.fingerprint())
          .bind("labels", Json.text(notice.labels()))
          .bind("annotations", Json.text(notice.annotations()))
          .bind("status", status)
          .bind("reason", reason)
          .bind("now", StoreTime.text(notice.at()))
          .add();
    }
    insert.execute();
  }

  /**
   * The notices of a group that wait.
   *
   * @param connection any connection
   * @param group the group
   * @return the notices in the order of their transitions
   */
  public static List<Notice> waiting(Connection connection, String group) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT * FROM alert_notices WHERE group_id = :group AND status = 'waiting'"
                + " ORDER BY transition_id, channel")
        .bind("group", group)
        .map(NoticeLedger::notice)
        .list();
  }

  /**
   * The last notice of each alert of a group and channel that is still on.
   *
   * @param connection any connection
   * @param group the group
   * @return the notices in the order of their transitions
   */
  public static List<Notice> active(Connection connection, String group) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT n.* FROM alert_notices n JOIN alert_states s ON s.fingerprint = n.fingerprint"
                + " WHERE n.group_id = :group AND s.state IN ('firing', 'recovering')"
                + " AND s.acknowledged_at IS NULL AND n.transition_id = (SELECT"
                + " MAX(m.transition_id) FROM alert_notices m WHERE m.fingerprint = n.fingerprint"
                + " AND m.group_id = n.group_id AND m.channel = n.channel)"
                + " ORDER BY n.transition_id, n.channel")
        .bind("group", group)
        .map(NoticeLedger::notice)
        .list();
  }

  /**
   * Says what became of a notice.
   *
   * @param connection the connection of a transaction
   * @param notice the notice
   * @param notification the notification that tells it; null if nobody is told
   * @param reason why
   */
  public static void settle(
      Connection connection, Notice notice, @Nullable String notification, String reason) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_notices SET status = :status, reason = :reason,"
                + " notification_id = :notification WHERE transition_id = :transition"
                + " AND group_id = :group AND channel = :channel")
        .bind("status", notification == null ? "suppressed" : "bundled")
        .bind("reason", reason)
        .bind("notification", notification)
        .bind("transition", notice.transition())
        .bind("group", notice.group())
        .bind("channel", notice.channel())
        .execute();
  }

  /**
   * When people were last told, or were about to be, that an alert fired.
   *
   * @param connection any connection
   * @param fingerprint the alert
   * @param before only transitions before this one
   * @return the time; null if they never were
   */
  public static @Nullable Instant lastTold(Connection connection, String fingerprint, long before) {
    String last =
        Jdbi.open(connection)
            .createQuery(
                "SELECT MAX(n.created_at) FROM alert_notices n JOIN alert_history h"
                    + " ON h.id = n.transition_id WHERE n.fingerprint = :alert"
                    + " AND n.transition_id < :before AND n.status <> 'suppressed'"
                    + " AND h.to_state = 'firing'")
            .bind("alert", fingerprint)
            .bind("before", before)
            .mapTo(String.class)
            .findOne()
            .orElse(null);
    return last == null ? null : StoreTime.parse(last);
  }

  /**
   * Tells whether the latest time that an alert fired was held back from a channel.
   *
   * @param connection any connection
   * @param notice a later notice of the alert
   * @return true if nobody was told through this channel
   */
  public static boolean untold(Connection connection, Notice notice) {
    String status =
        Jdbi.open(connection)
            .createQuery(
                "SELECT n.status FROM alert_notices n JOIN alert_history h"
                    + " ON h.id = n.transition_id WHERE n.fingerprint = :alert"
                    + " AND n.group_id = :group AND n.channel = :channel"
                    + " AND n.transition_id < :before AND h.to_state = 'firing'"
                    + " ORDER BY n.transition_id DESC LIMIT 1")
            .bind("alert", notice.fingerprint())
            .bind("group", notice.group())
            .bind("channel", notice.channel())
            .bind("before", notice.transition())
            .mapTo(String.class)
            .findOne()
            .orElse("");
    return status.equals("suppressed");
  }

  /**
   * What became of everything that was to be told of an alert.
   *
   * @param connection any connection
   * @param fingerprint the alert
   * @param limit the most lines
   * @return newest first
   */
  public static List<NoticeTrace> explain(Connection connection, String fingerprint, int limit) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT n.transition_id, h.to_state, n.channel, n.status, n.reason, n.created_at,"
                + " n.notification_id, d.status AS delivery, d.last_error, d.delivered_at,"
                + " d.attempts FROM alert_notices n"
                + " JOIN alert_history h ON h.id = n.transition_id"
                + " LEFT JOIN alert_notifications d ON d.id = n.notification_id"
                + " WHERE n.fingerprint = :alert ORDER BY n.transition_id DESC, n.channel LIMIT "
                + limit)
        .bind("alert", fingerprint)
        .map(NoticeLedger::trace)
        .list();
  }

  private static NoticeTrace trace(ResultSet row, StatementContext context) throws SQLException {
    String delivery = row.getString("delivery");
    NoticeTrace.Outcome outcome =
        switch (row.getString("status")) {
          case "waiting" -> NoticeTrace.Outcome.WAITING;
          case "suppressed" -> NoticeTrace.Outcome.SUPPRESSED;
          default ->
              switch (Objects.requireNonNullElse(delivery, "pending")) {
                case "delivered" -> NoticeTrace.Outcome.DELIVERED;
                case "dead" -> NoticeTrace.Outcome.DEAD;
                default -> NoticeTrace.Outcome.SENDING;
              };
        };
    return new NoticeTrace(
        row.getLong("transition_id"),
        AlertState.valueOf(row.getString("to_state").toUpperCase(Locale.ROOT)),
        row.getString("channel"),
        outcome,
        reason(row, outcome),
        row.getString("notification_id"),
        Columns.requiredTime(row, "created_at"));
  }

  private static String reason(ResultSet row, NoticeTrace.Outcome outcome) throws SQLException {
    return switch (outcome) {
      case WAITING, SUPPRESSED -> row.getString("reason");
      case DELIVERED -> "delivered at " + row.getString("delivered_at");
      case DEAD, SENDING -> {
        String error = row.getString("last_error");
        yield error == null
            ? "on its way"
            : "failed " + row.getInt("attempts") + " times, last: " + error;
      }
    };
  }

  private static Notice notice(ResultSet row, StatementContext context) throws SQLException {
    return new Notice(
        row.getLong("transition_id"),
        row.getString("group_id"),
        row.getString("channel"),
        row.getString("fingerprint"),
        Json.labels(row.getString("labels")),
        Json.labels(row.getString("annotations")),
        Columns.requiredTime(row, "created_at"));
  }
}
