package dev.tributary.http.internal.stream;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import java.io.IOException;
import java.time.Duration;

/**
 * Follows the event log for one client: what is there already, then whatever comes. Events are read
 * from the log in slices, so that a slow client costs no memory and delays nobody.
 */
final class EventStream {
  private static final int SLICE = 200;
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final EventLog log;
  private final EventFilter filter;
  private final Duration heartbeat;

  EventStream(EventLog log, EventFilter filter, Duration heartbeat) {
    this.log = log;
    this.filter = filter;
    this.heartbeat = heartbeat;
  }

  /** Writes until the server closes; a client that has left shows as an exception. */
  void follow(long afterId, EventFrames frames, StreamTurn turn) throws IOException {
    frames.retry(RETRY);
    long place = begin(afterId, frames);
    frames.place(place);
    frames.flush();
    while (turn.goesOn()) {
      EventSlice slice = log.read(place, SLICE);
      if (slice.gap()) {
        frames.gap(place);
        place = slice.events().isEmpty() ? log.lastId() : place;
      }
      place = write(slice, place, frames);
      if (slice.events().isEmpty() && !turn.await(log, place, heartbeat) && turn.goesOn()) {
        frames.place(place);
        frames.flush();
      }
    }
  }

  /** A place beyond the end belongs to a log that is no more. */
  private long begin(long afterId, EventFrames frames) throws IOException {
    long last = log.lastId();
    if (afterId <= last) {
      return afterId;
    }
    frames.gap(afterId);
    return last;
  }

  private long write(EventSlice slice, long place, EventFrames frames) throws IOException {
    long reached = place;
    for (Event event : slice.events()) {
      if (filter.shows(event)) {
        frames.event(event);
      }
      reached = event.id();
    }
    if (reached > place || slice.gap()) {
      frames.flush();
    }
    return reached;
  }
}
