package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.page.Page;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How alerts stand and what happened to them, as people look at it. Stateless. */
public final class AlertLedger {
  private AlertLedger() {}

  /**
   * Lists alerts, those that changed last first.
   *
   * @param connection any connection
   * @param query which ones
   * @return the alerts
   */
  public static List<Alert> list(Connection connection, AlertQuery query) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    if (query.rule() != null) {
      conditions.put("rule_id", query.rule());
    }
    if (query.state() != null) {
      conditions.put("state", Columns.word(query.state()));
    }
    String active = query.activeOnly() ? " AND state IN ('firing', 'recovering')" : "";
    return Jdbi.open(connection)
        .createQuery(
            "SELECT * FROM alert_states WHERE 1 = 1"
                + equal(conditions)
                + active
                + " ORDER BY changed_at DESC, fingerprint LIMIT "
                + query.limit())
        .bindMap(conditions)
        .map(AlertLedger::alert)
        .list();
  }

  /**
   * Finds an alert.
   *
   * @param connection any connection
   * @param fingerprint its fingerprint
   * @return the alert, if there is one
   */
  public static Optional<Alert> find(Connection connection, String fingerprint) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_states WHERE fingerprint = :fingerprint")
        .bind("fingerprint", fingerprint)
        .map(AlertLedger::alert)
        .findOne();
  }

  /**
   * Lists transitions, newest first.
   *
   * @param connection any connection
   * @param query which ones
   * @return a slice of them
   */
  public static Page<AlertEvent> history(Connection connection, HistoryQuery query) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    if (query.rule() != null) {
      conditions.put("rule_id", query.rule());
    }
    if (query.fingerprint() != null) {
      conditions.put("fingerprint", query.fingerprint());
    }
    String scope =
        switch (query.scope()) {
          case ALL -> "";
          case NOTABLE -> " AND notable = 1";
          case UNREAD -> " AND notable = 1 AND read_at IS NULL";
        };
    List<AlertEvent> events =
        Jdbi.open(connection)
            .createQuery(
                "SELECT * FROM alert_history WHERE id < "
                    + before(query.token())
                    + equal(conditions)
                    + scope
                    + " ORDER BY id DESC LIMIT "
                    + (query.limit() + 1))
            .bindMap(conditions)
            .map(AlertLedger::event)
            .list();
    boolean more = events.size() > query.limit();
    List<AlertEvent> slice = more ? events.subList(0, query.limit()) : events;
    return new Page<>(slice, more ? Long.toString(slice.getLast().id()) : null);
  }

  /**
   * Notes that somebody knows of an alert.
   *
   * @param connection the connection of a transaction
   * @param fingerprint the alert
   * @param acknowledgement who, and since when
   */
  public static void acknowledge(
      Connection connection, String fingerprint, Alert.Acknowledgement acknowledgement) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_states SET acknowledged_at = :at, acknowledged_by = :by,"
                + " comment_text = :comment WHERE fingerprint = :fingerprint")
        .bind("at", StoreTime.text(acknowledgement.at()))
        .bind("by", acknowledgement.by())
        .bind("comment", acknowledgement.comment())
        .bind("fingerprint", fingerprint)
        .execute();
  }

  /**
   * Sets whether an alert waits for somebody to arm it again.
   *
   * @param connection the connection of a transaction
   * @param fingerprint the alert
   * @param disarmed whether it waits
   */
  public static void disarm(Connection connection, String fingerprint, boolean disarmed) {
    Jdbi.open(connection)
        .createUpdate("UPDATE alert_states SET disarmed = :disarmed WHERE fingerprint = :alert")
        .bind("disarmed", disarmed ? 1 : 0)
        .bind("alert", fingerprint)
        .execute();
  }

  /**
   * Notes which incident an alert belongs to.
   *
   * @param connection the connection of a transaction
   * @param fingerprint the alert
   * @param incident the incident
   */
  public static void join(Connection connection, String fingerprint, String incident) {
    Jdbi.open(connection)
        .createUpdate("UPDATE alert_states SET incident_id = :incident WHERE fingerprint = :alert")
        .bind("incident", incident)
        .bind("alert", fingerprint)
        .execute();
  }

  /**
   * Tells whether there is a transition.
   *
   * @param connection any connection
   * @param id its id
   * @return true if there is
   */
  public static boolean exists(Connection connection, long id) {
    return Jdbi.open(connection)
            .createQuery("SELECT COUNT(*) FROM alert_history WHERE id = :id")
            .bind("id", id)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /**
   * Notes that transitions were read.
   *
   * @param connection the connection of a transaction
   * @param id which one; null for all
   * @param now the present
   * @return how many were unread
   */
  public static int markRead(Connection connection, @Nullable Long id, Instant now) {
    var update =
        Jdbi.open(connection)
            .createUpdate(
                "UPDATE alert_history SET read_at = :now WHERE read_at IS NULL AND notable = 1"
                    + (id == null ? "" : " AND id = :id"))
            .bind("now", StoreTime.text(now));
    return (id == null ? update : update.bind("id", id)).execute();
  }

  private static String equal(Map<String, Object> conditions) {
    StringBuilder sql = new StringBuilder();
    conditions
        .keySet()
        .forEach(column -> sql.append(" AND ").append(column).append(" = :").append(column));
    return sql.toString();
  }

  private static long before(@Nullable String token) {
    if (token == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(token);
    } catch (NumberFormatException malformed) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          "token '" + token + "' is none that this list gave; leave it out to begin anew",
          malformed);
    }
  }

  private static Alert alert(ResultSet row, StatementContext context) throws SQLException {
    AlertKey key = new AlertKey(row.getString("rule_id"), Json.labels(row.getString("labels")));
    AlertStatus status =
        new AlertStatus(
            key,
            Columns.word(row, "state", AlertState.class),
            Columns.time(row, "active_at"),
            Columns.time(row, "last_true_at"),
            Columns.time(row, "resolved_at"),
            Columns.number(row, "value"));
    return new Alert(
        status,
        Columns.word(row, "severity", Severity.class),
        row.getString("reason"),
        Map.of(),
        row.getString("incident_id"),
        acknowledgement(row),
        row.getInt("disarmed") != 0);
  }

  private static Alert.@Nullable Acknowledgement acknowledgement(ResultSet row)
      throws SQLException {
    Instant at = Columns.time(row, "acknowledged_at");
    return at == null
        ? null
        : new Alert.Acknowledgement(
            at,
            Objects.requireNonNullElse(row.getString("acknowledged_by"), ""),
            Objects.requireNonNullElse(row.getString("comment_text"), ""));
  }

  static AlertEvent event(ResultSet row, StatementContext context) throws SQLException {
    Transition transition =
        new Transition(
            new AlertKey(row.getString("rule_id"), Json.labels(row.getString("labels"))),
            Columns.word(row, "from_state", AlertState.class),
            Columns.word(row, "to_state", AlertState.class),
            Columns.requiredTime(row, "at"),
            Columns.time(row, "active_at"),
            Columns.number(row, "value"),
            row.getString("reason"),
            null);
    return new AlertEvent(
        row.getLong("id"),
        transition,
        Columns.word(row, "severity", Severity.class),
        Columns.requiredTime(row, "recorded_at"),
        Columns.time(row, "read_at"));
  }
}
