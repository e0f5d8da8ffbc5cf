package dev.tributary.core.internal.event;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventSlice;
import dev.tributary.core.internal.text.Json;
import dev.tributary.core.internal.text.UtcText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

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
   * @param handle any handle
   * @param afterId the id of the last event already seen
   * @param limit the most events to return
   * @return what follows
   */
  public EventSlice read(Handle handle, long afterId, int limit) {
    List<Event> events =
        handle
            .select(
                "SELECT id, type, subject, at, data FROM event_log WHERE id > ? ORDER BY id LIMIT ?",
                afterId,
                limit)
            .map((row, context) -> event(row))
            .list();
    boolean gap =
        events.isEmpty() ? lastId(handle) != afterId : events.getFirst().id() != afterId + 1;
    return new EventSlice(events, gap);
  }

  /**
   * The id of the newest event there has been.
   *
   * @param handle any handle
   * @return the id, 0 if there has been none
   */
  public long lastId(Handle handle) {
    return last(handle);
  }

  static long last(Handle handle) {
    return handle
        .select("SELECT last_id FROM event_sequence WHERE name = 'event_log'")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Drops the oldest events, always the beginning of the log.
   *
   * @param handle the handle of a transaction
   * @param now the present
   * @param age how long events are kept
   * @param count how many are kept
   * @return how many were dropped
   */
  public long trim(Handle handle, Instant now, Duration age, long count) {
    long last = lastId(handle);
    long beforeByCount = count >= last ? 0 : last - count;
    long beforeByAge = tooOld(handle, now, age);
    return handle.execute(
        "DELETE FROM event_log WHERE id <= ?", Math.max(beforeByCount, beforeByAge));
  }

  /** Stops before the first event that is young enough: the clock may have stepped back. */
  private static long tooOld(Handle handle, Instant now, Duration age) {
    Instant oldest = Instant.EPOCH;
    String limit =
        UtcText.of(Duration.between(oldest, now).compareTo(age) < 0 ? oldest : now.minus(age));
    return handle
        .select(
            "SELECT COALESCE((SELECT MIN(id) FROM event_log WHERE at >= ?) - 1,"
                + " (SELECT MAX(id) FROM event_log), 0)",
            limit)
        .mapTo(Long.class)
        .one();
  }

  private Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("id"),
        row.getString("type"),
        row.getString("subject"),
        Instant.parse(row.getString("at")),
        json.object(row.getString("data")));
  }
}
