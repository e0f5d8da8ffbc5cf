package dev.tributary.http.internal.stream;

import dev.tributary.api.event.EventLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stream's thread. It is interrupted for two reasons only: while it waits, because the server
 * closes, and while it writes, because the client has taken nothing for too long.
 */
final class StreamTurn implements AutoCloseable {
  private final OpenStreams streams;
  private final Thread thread = Thread.currentThread();
  private boolean waiting;
  private @Nullable Long writingSince;

  StreamTurn(OpenStreams streams) {
    this.streams = streams;
  }

  boolean goesOn() {
    return !streams.closing();
  }

  /** Waits for an event; returns early, and false, when the server closes. */
  boolean await(EventLog log, long afterId, Duration atMost) {
    if (!setWaiting(true)) {
      return false;
    }
    try {
      return log.await(afterId, atMost);
    } catch (InterruptedException e) {
      return false;
    } finally {
      setWaiting(false);
    }
  }

  synchronized void wake() {
    if (waiting) {
      thread.interrupt();
    }
  }

  synchronized void beginWrite() {
    writingSince = System.nanoTime();
  }

  synchronized void endWrite() {
    writingSince = null;
  }

  /** A write to a socket that is interrupted fails, and the connection with it. */
  synchronized void cutIfStalled(Duration limit) {
    if (writingSince != null && System.nanoTime() - writingSince > limit.toNanos()) {
      thread.interrupt();
    }
  }

  private synchronized boolean setWaiting(boolean now) {
    waiting = now;
    if (!now && streams.closing()) {
      // The interrupt may have come after the wait had ended; it must not reach a later write.
      Thread.interrupted();
    }
    return !streams.closing();
  }

  @Override
  public void close() {
    streams.end(this);
  }
}
