package dev.tributary.http.internal.stream;

import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.event.Event;
import java.util.List;

/**
 * Which events a stream shows.
 *
 * @param types only these types; empty for all but the marks that time goes by
 * @param subjects only of these sources or data centers; empty for all
 */
record EventFilter(List<String> types, List<String> subjects) {

  boolean shows(Event event) {
    boolean wanted =
        types.isEmpty() ? !event.type().equals(AlertEventTypes.TICK) : types.contains(event.type());
    return wanted && (subjects.isEmpty() || subjects.contains(event.subject()));
  }
}
