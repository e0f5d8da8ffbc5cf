package dev.tributary.http.fake;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event log in memory that can forget its oldest events. */
public final class FakeEventLog implements EventLog {
  private final List<Event> events = new ArrayList<>();
  private long lastId;
  private long forgotten;

  public synchronized long append(String type, String subject, Map<String, Object> data) {
    lastId++;
    events.add(new Event(lastId, type, subject, FakeSources.NOON, data));
    notifyAll();
    return lastId;
  }

  /** Drops events up to an id, as retention does. */
  public synchronized void forget(long upTo) {
    forgotten = Math.max(forgotten, upTo);
    events.removeIf(event -> event.id() <= upTo);
  }

  @Override
  public synchronized EventSlice read(long afterId, int limit) {
    return new EventSlice(
        events.stream().filter(event -> event.id() > afterId).limit(limit).toList(),
        afterId < forgotten);
  }

  @Override
  public synchronized long lastId() {
    return lastId;
  }

  @Override
  public synchronized boolean await(long afterId, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (lastId <= afterId) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
