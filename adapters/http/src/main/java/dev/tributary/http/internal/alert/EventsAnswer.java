package dev.tributary.http.internal.alert;

import java.util.List;

/** What became of events. */
record EventsAnswer(int taken, int refused, boolean repeated, List<EventResultAnswer> results) {
  static EventsAnswer of(List<EventResultAnswer> results, boolean repeated) {
    int taken = (int) results.stream().filter(EventResultAnswer::taken).count();
    return new EventsAnswer(taken, results.size() - taken, repeated, List.copyOf(results));
  }
}
