package dev.tributary.http.internal.stream;

import dev.tributary.api.event.EventLog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One stream's thread: woken only while it waits, so that a write is never cut in the middle. */
final class StreamTurn implements AutoCloseable {
  private final OpenStreams streams;
  private @Nullable Thread waiting;

  StreamTurn(OpenStreams streams) {
    this.streams = streams;
  }

  boolean goesOn() {
    return !streams.closing();
  }

  /** Waits for an event; returns early, and false, when the server closes. */
  boolean await(EventLog log, long afterId, Duration atMost) {
    if (!setWaiting(Thread.currentThread())) {
      return false;
    }
    try {
      return log.await(afterId, atMost);
    } catch (InterruptedException e) {
      return false;
    } finally {
      setWaiting(null);
    }
  }

  synchronized void wake() {
    if (waiting != null) {
      waiting.interrupt();
    }
  }

  private synchronized boolean setWaiting(@Nullable Thread thread) {
    waiting = thread;
    if (thread == null && streams.closing()) {
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
