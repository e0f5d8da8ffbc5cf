package dev.tributary.http.internal.stream;

import dev.tributary.api.event.Event;
import java.util.List;

/**
 * Which events a stream shows.
 *
 * @param types only these types; empty for all
 * @param subjects only of these sources or data centers; empty for all
 */
record EventFilter(List<String> types, List<String> subjects) {

  boolean shows(Event event) {
    return (types.isEmpty() || types.contains(event.type()))
        && (subjects.isEmpty() || subjects.contains(event.subject()));
  }
}
