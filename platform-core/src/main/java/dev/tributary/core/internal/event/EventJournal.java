package dev.tributary.core.internal.event;

import dev.tributary.core.internal.text.Json;
import dev.tributary.core.internal.text.UtcText;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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
   * @param handle the transaction's handle
   * @param events the events in order
   * @param at when they happened
   */
  public void write(Handle handle, List<Entry> events, Instant at) {
    long id = reserve(handle, events.size());
    try (PreparedBatch insert =
        handle.prepareBatch(
            "INSERT INTO event_log (id, type, subject, at, data) VALUES (?, ?, ?, ?, ?)")) {
      String time = UtcText.of(at);
      for (Entry event : events) {
        insert.add(id++, event.type(), event.subject(), time, event.data());
      }
      insert.execute();
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

  private static long reserve(Handle handle, int count) {
    handle.execute(
        "UPDATE event_sequence SET last_id = last_id + ? WHERE name = 'event_log'", count);
    return EventRows.last(handle) - count + 1;
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
