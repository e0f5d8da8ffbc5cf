package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.Incident;
import dev.tributary.api.alert.Severity;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The incidents. Stateless. */
public final class IncidentLedger {
  private IncidentLedger() {}

  /**
   * An alert that another one may belong to.
   *
   * @param incident its incident
   * @param fingerprint its fingerprint
   * @param alert the alert
   * @param joinedAt when it fired
   */
  public record Candidate(String incident, String fingerprint, AlertKey alert, Instant joinedAt) {}

  /**
   * The alerts that are on and fired not too long ago.
   *
   * @param connection any connection
   * @param since from when on
   * @return the alerts
   */
  public static List<Candidate> candidates(Connection connection, Instant since) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT m.incident_id, m.fingerprint, m.joined_at, s.rule_id, s.labels"
                + " FROM alert_incident_members m"
                + " JOIN alert_incidents i ON i.id = m.incident_id AND i.closed_at IS NULL"
                + " JOIN alert_states s ON s.fingerprint = m.fingerprint"
                + " AND s.state IN ('firing', 'recovering')"
                + " WHERE m.joined_at >= :since")
        .bind("since", StoreTime.text(since))
        .map((row, context) ->
            new Candidate(
                row.getString("incident_id"),
                row.getString("fingerprint"),
                new AlertKey(row.getString("rule_id"), Json.labels(row.getString("labels"))),
                Columns.requiredTime(row, "joined_at")))
        .list();
  }

  /**
   * Opens an incident.
   *
   * @param connection the connection of a transaction
   * @param id its id
   * @param title what it is
   * @param severity how much it matters
   * @param at when its first alert fired
   */
  public static void open(
      Connection connection, String id, String title, Severity severity, Instant at) {
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO alert_incidents (id, title, severity, opened_at, updated_at)"
                + " VALUES (:id, :title, :severity, :at, :at)")
        .bind("id", id)
        .bind("title", title)
        .bind("severity", Columns.word(severity))
        .bind("at", StoreTime.text(at))
        .execute();
  }

  /**
   * Notes that an incident has one more alert.
   *
   * @param connection the connection of a transaction
   * @param id the incident
   * @param severity how much the alert matters
   * @param at when it fired
   */
  public static void grow(Connection connection, String id, Severity severity, Instant at) {
    Severity before =
        Jdbi.open(connection)
            .createQuery("SELECT severity FROM alert_incidents WHERE id = :id")
            .bind("id", id)
            .map((row, context) -> Columns.word(row, "severity", Severity.class))
            .one();
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_incidents SET severity = :severity, updated_at = :at WHERE id = :id")
        .bind("severity", Columns.word(before.compareTo(severity) > 0 ? before : severity))
        .bind("at", StoreTime.text(at))
        .bind("id", id)
        .execute();
  }

  /**
   * Adds an alert to an incident.
   *
   * @param connection the connection of a transaction
   * @param incident the incident
   * @param transition the transition with which it fired
   * @param member the alert, and what links it
   */
  public static void add(
      Connection connection, String incident, long transition, Incident.Member member) {
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO alert_incident_members (incident_id, transition_id, fingerprint,"
                + " joined_at, link, reason)"
                + " VALUES (:incident, :transition, :alert, :at, :link, :reason)")
        .bind("incident", incident)
        .bind("transition", transition)
        .bind("alert", member.fingerprint())
        .bind("at", StoreTime.text(member.joinedAt()))
        .bind("link", Columns.word(member.link()))
        .bind("reason", member.reason())
        .execute();
  }

  /**
   * Closes the incidents of an alert that have no other alert that is on.
   *
   * @param connection the connection of a transaction
   * @param fingerprint an alert that has ended
   * @param at when
   * @return the incidents that were closed
   */
  public static List<String> over(Connection connection, String fingerprint, Instant at) {
    Handle handle = Jdbi.open(connection);
    List<String> open =
        handle
            .createQuery(
                "SELECT DISTINCT i.id FROM alert_incidents i JOIN alert_incident_members m"
                    + " ON m.incident_id = i.id WHERE m.fingerprint = :alert"
                    + " AND i.closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM"
                    + " alert_incident_members o JOIN alert_states s"
                    + " ON s.fingerprint = o.fingerprint AND s.state IN ('firing', 'recovering')"
                    + " WHERE o.incident_id = i.id)")
            .bind("alert", fingerprint)
            .mapTo(String.class)
            .list();
    open.forEach(id ->
        handle
            .createUpdate("UPDATE alert_incidents SET closed_at = :at WHERE id = :id")
            .bind("at", StoreTime.text(at))
            .bind("id", id)
            .execute());
    return open;
  }

  /**
   * Notes that somebody knows of an incident.
   *
   * @param connection the connection of a transaction
   * @param id the incident
   * @param by who
   * @param now the present
   */
  public static void acknowledge(Connection connection, String id, String by, Instant now) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_incidents SET acknowledged_at = :now, acknowledged_by = :by"
                + " WHERE id = :id")
        .bind("now", StoreTime.text(now))
        .bind("by", by)
        .bind("id", id)
        .execute();
  }

  /**
   * Lists incidents, newest first.
   *
   * @param connection any connection
   * @param openOnly whether to leave out those that are over
   * @param limit the most to list
   * @return the incidents
   */
  public static List<Incident> list(Connection connection, boolean openOnly, int limit) {
    List<String> ids =
        Jdbi.open(connection)
            .createQuery(
                "SELECT id FROM alert_incidents"
                    + (openOnly ? " WHERE closed_at IS NULL" : "")
                    + " ORDER BY opened_at DESC, id DESC LIMIT "
                    + limit)
            .mapTo(String.class)
            .list();
    List<Incident> incidents = new ArrayList<>();
    ids.forEach(id -> find(connection, id).ifPresent(incidents::add));
    return incidents;
  }

  /**
   * Finds an incident.
   *
   * @param connection any connection
   * @param id its id
   * @return the incident, if there is one
   */
  public static Optional<Incident> find(Connection connection, String id) {
    List<Incident.Member> members =
        Jdbi.open(connection)
            .createQuery(
                "SELECT * FROM alert_incident_members WHERE incident_id = :id"
                    + " ORDER BY transition_id")
            .bind("id", id)
            .map((row, context) -> member(row))
            .list();
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_incidents WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> incident(row, members))
        .findOne();
  }

  private static Incident.Member member(ResultSet row) throws SQLException {
    return new Incident.Member(
        row.getString("fingerprint"),
        Columns.requiredTime(row, "joined_at"),
        Columns.word(row, "link", Incident.Link.class),
        row.getString("reason"));
  }

  private static Incident incident(ResultSet row, List<Incident.Member> members)
      throws SQLException {
    @Nullable Instant closed = Columns.time(row, "closed_at");
    return new Incident(
        row.getString("id"),
        row.getString("title"),
        Columns.word(row, "severity", Severity.class),
        Columns.requiredTime(row, "opened_at"),
        closed,
        row.getString("acknowledged_by"),
        members);
  }
}
