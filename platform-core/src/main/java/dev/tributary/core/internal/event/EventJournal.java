package dev.tributary.core.internal.event;

import dev.tributary.core.internal.json.Json;
import dev.tributary.core.internal.time.UtcText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * Writes events. Ids come from a counter row that the transaction holds locked until it commits, so
 * that events become visible in the order of their ids. Stateless.
 */
public final class EventJournal {
  private final Json json;

  /**
   * Makes a journal.
   *
   * @param json writes the details
   */
  public EventJournal(Json json) {
    this.json = json;
  }

  /**
   * Writes events as the last step before a commit.
   *
   * @param connection the transaction's connection
   * @param events the events in order
   * @param at when they happened
   * @throws SQLException if the database refuses
   */
  public void write(Connection connection, List<Entry> events, Instant at) throws SQLException {
    long id = reserve(connection, events.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO event_log (id, type, subject, at, data) VALUES (?, ?, ?, ?, ?)")) {
      for (Entry event : events) {
        insert.setLong(1, id++);
        insert.setString(2, event.type());
        insert.setString(3, event.subject());
        insert.setString(4, UtcText.of(at));
        insert.setString(5, event.data());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Makes an entry now, so that details that cannot be stored fail where they were handed in.
   *
   * @param type what happened
   * @param subject what it happened to
   * @param data the details
   * @return the entry
   */
  public Entry entry(String type, String subject, Object data) {
    return new Entry(type, subject, json.write(data));
  }

  private static long reserve(Connection connection, int count) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE event_sequence SET last_id = last_id + " + count + " WHERE name = 'event_log'");
      try (ResultSet last =
          statement.executeQuery("SELECT last_id FROM event_sequence WHERE name = 'event_log'")) {
        last.next();
        return last.getLong(1) - count + 1;
      }
    }
  }

  /**
   * An event that waits for its id.
   *
   * @param type what happened
   * @param subject what it happened to
   * @param data the details as JSON
   */
  public record Entry(String type, String subject, String data) {}
}
