package dev.tributary.core;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import dev.tributary.core.internal.event.EventRows;
import dev.tributary.core.internal.event.EventSignal;
import java.time.Duration;

/** The event log of a store. */
final class StoreEventLog implements EventLog {
  private final JdbcCentralStore store;
  private final EventRows rows;
  private final EventSignal signal;

  StoreEventLog(JdbcCentralStore store, EventRows rows, EventSignal signal) {
    this.store = store;
    this.rows = rows;
    this.signal = signal;
  }

  @Override
  public EventSlice read(long afterId, int limit) {
    if (afterId < 0 || limit < 1 || limit > MOST_EVENTS) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST,
          "events after "
              + afterId
              + ", at most "
              + limit
              + ": use an id of at least 0 and a limit"
              + " from 1 to "
              + MOST_EVENTS);
    }
    return store.look(handle -> rows.read(handle, afterId, limit));
  }

  @Override
  public long lastId() {
    return store.look(rows::lastId);
  }

  @Override
  public boolean await(long afterId, Duration atMost) throws InterruptedException {
    return signal.await(afterId, atMost, this::lastId);
  }
}
