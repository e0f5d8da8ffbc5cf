package dev.tributary.api.event;

import java.time.Duration;

/** The durable log of events. Thread-safe. */
public interface EventLog {
  /** The most events that one slice holds: {@value}. */
  int MOST_EVENTS = 1000;

  /**
   * Reads on from an event.
   *
   * @param afterId the id of the last event already seen; 0 to begin with the oldest
   * @param limit the most events to return, from 1 to {@link #MOST_EVENTS}
   * @return what follows, in order, and whether the log no longer reaches back that far
   */
  EventSlice read(long afterId, int limit);

  /**
   * The id of the newest event.
   *
   * @return the id, 0 while the log is empty
   */
  long lastId();

  /**
   * Waits until there is something to read.
   *
   * @param afterId the id of the last event already seen
   * @param atMost how long to wait
   * @return true if there is an event after it
   * @throws InterruptedException if the waiting thread is interrupted
   */
  boolean await(long afterId, Duration atMost) throws InterruptedException;
}
