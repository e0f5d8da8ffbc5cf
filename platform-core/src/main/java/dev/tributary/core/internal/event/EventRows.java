package dev.tributary.core.internal.event;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventSlice;
import dev.tributary.core.internal.json.Json;
import dev.tributary.core.internal.time.UtcText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads and drops events. Stateless. */
public final class EventRows {
  private final Json json;

  /**
   * Makes a reader.
   *
   * @param json reads the details
   */
  public EventRows(Json json) {
    this.json = json;
  }

  /**
   * Reads on from an event. Ids have no holes, so a first id that does not follow tells of a gap. A
   * reader that is ahead of the log, as after the restoring of a backup, is told of a gap as well.
   *
   * @param connection any connection
   * @param afterId the id of the last event already seen
   * @param limit the most events to return
   * @return what follows
   * @throws SQLException if the database refuses
   */
  public EventSlice read(Connection connection, long afterId, int limit) throws SQLException {
    List<Event> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, type, subject, at, data FROM event_log WHERE id > ? ORDER BY id LIMIT ?")) {
      select.setLong(1, afterId);
      select.setInt(2, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
    }
    boolean gap =
        events.isEmpty() ? lastId(connection) != afterId : events.getFirst().id() != afterId + 1;
    return new EventSlice(events, gap);
  }

  /**
   * The id of the newest event there has been.
   *
   * @param connection any connection
   * @return the id, 0 if there has been none
   * @throws SQLException if the database refuses
   */
  public long lastId(Connection connection) throws SQLException {
    return number(connection, "SELECT last_id FROM event_sequence WHERE name = 'event_log'");
  }

  /**
   * Drops the oldest events, always the beginning of the log.
   *
   * @param connection the connection of a transaction
   * @param now the present
   * @param age how long events are kept
   * @param count how many are kept
   * @return how many were dropped
   * @throws SQLException if the database refuses
   */
  public long trim(Connection connection, Instant now, Duration age, long count)
      throws SQLException {
    long last = lastId(connection);
    long beforeByCount = count >= last ? 0 : last - count;
    long beforeByAge = tooOld(connection, now, age);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM event_log WHERE id <= ?")) {
      delete.setLong(1, Math.max(beforeByCount, beforeByAge));
      return delete.executeLargeUpdate();
    }
  }

  /** Stops before the first event that is young enough: the clock may have stepped back. */
  private static long tooOld(Connection connection, Instant now, Duration age) throws SQLException {
    Instant oldest = Instant.EPOCH;
    String limit =
        UtcText.of(Duration.between(oldest, now).compareTo(age) < 0 ? oldest : now.minus(age));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COALESCE((SELECT MIN(id) FROM event_log WHERE at >= ?) - 1,"
                + " (SELECT MAX(id) FROM event_log), 0)")) {
      select.setString(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private Event event(ResultSet rows) throws SQLException {
    return new Event(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        Instant.parse(rows.getString(4)),
        json.object(rows.getString(5)));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
