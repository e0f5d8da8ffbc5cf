package dev.tributary.http.internal.stream;

import dev.tributary.api.event.Event;
import java.time.Instant;
import java.util.Map;

/** An event as the data of a stream. */
record EventAnswer(String id, String type, String subject, Instant at, Map<String, Object> data) {

  static EventAnswer of(Event event) {
    return new EventAnswer(
        Long.toString(event.id()), event.type(), event.subject(), event.at(), event.data());
  }
}
