package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.LabelMatcher;
import dev.tributary.api.alert.Silence;
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

/** The silences. Stateless. */
public final class SilenceLedger {
  private SilenceLedger() {}

  /**
   * Lists silences, those that end last first.
   *
   * @param connection any connection
   * @param endingAfter only those that end after this
   * @return the silences
   */
  public static List<Silence> list(Connection connection, Instant endingAfter) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_silences WHERE ends_at > :at ORDER BY ends_at DESC, id")
        .bind("at", StoreTime.text(endingAfter))
        .map(SilenceLedger::silence)
        .list();
  }

  /**
   * Finds a silence.
   *
   * @param connection any connection
   * @param id its id
   * @return the silence, if there is one
   */
  public static Optional<Silence> find(Connection connection, String id) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_silences WHERE id = :id")
        .bind("id", id)
        .map(SilenceLedger::silence)
        .findOne();
  }

  /**
   * Adds a silence.
   *
   * @param connection the connection of a transaction
   * @param silence the silence
   * @param now the present
   */
  public static void add(Connection connection, Silence silence, Instant now) {
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO alert_silences (id, matchers, starts_at, ends_at, created_by,"
                + " comment_text, created_at)"
                + " VALUES (:id, :matchers, :starts, :ends, :by, :comment, :now)")
        .bind("id", silence.id())
        .bind(
            "matchers",
            Json.text(
                Map.of("all", silence.matchers().stream().map(LabelMatcher::toString).toList())))
        .bind("starts", StoreTime.text(silence.startsAt()))
        .bind("ends", StoreTime.text(silence.endsAt()))
        .bind("by", silence.createdBy())
        .bind("comment", silence.comment())
        .bind("now", StoreTime.text(now))
        .execute();
  }

  /**
   * Ends a silence, or removes one that has not begun.
   *
   * @param connection the connection of a transaction
   * @param silence the silence
   * @param now the present
   */
  public static void end(Connection connection, Silence silence, Instant now) {
    boolean begun = silence.startsAt().isBefore(now);
    Jdbi.open(connection)
        .createUpdate(
            begun
                ? "UPDATE alert_silences SET ends_at = :now WHERE id = :id AND ends_at > :now"
                : "DELETE FROM alert_silences WHERE id = :id AND starts_at >= :now")
        .bind("now", StoreTime.text(now))
        .bind("id", silence.id())
        .execute();
  }

  private static Silence silence(ResultSet row, StatementContext context) throws SQLException {
    Object all = Json.object(row.getString("matchers")).get("all");
    List<?> matchers = all instanceof List<?> list ? list : List.of();
    return new Silence(
        row.getString("id"),
        matchers.stream().map(text -> LabelMatcher.parse(String.valueOf(text))).toList(),
        Columns.requiredTime(row, "starts_at"),
        Columns.requiredTime(row, "ends_at"),
        row.getString("created_by"),
        row.getString("comment_text"));
  }
}
