package dev.tributary.api.event;

import java.util.List;

/**
 * What follows an event in the log.
 *
 * @param events the events in order
 * @param gap true if events between the one asked for and the first of these have been dropped by
 *     retention, so that the reader has to look at the present state instead
 */
public record EventSlice(List<Event> events, boolean gap) {
  /** Copies the events. */
  public EventSlice {
    events = List.copyOf(events);
  }
}
