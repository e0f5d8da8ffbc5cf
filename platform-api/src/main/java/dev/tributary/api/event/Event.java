package dev.tributary.api.event;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened.
 *
 * @param id its place in the log; later events have higher ids
 * @param type what happened, such as {@code run.finished}; see {@link EventTypes}
 * @param subject the id of the source or data center it happened to
 * @param at when it happened
 * @param data the details: texts, numbers, truth values, lists and maps of these
 */
public record Event(long id, String type, String subject, Instant at, Map<String, Object> data) {
  /** Copies the details. */
  public Event {
    data = Map.copyOf(data);
  }
}
