package dev.tributary.http.internal.stream;

import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.exchange.StreamWriter;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The streams that are open: at most so many, each cut off when its client takes nothing for too
 * long, and all of them ended at the end. Thread-safe.
 */
public final class OpenStreams implements AutoCloseable {
  /** The media type of event streams. */
  public static final String MEDIA_TYPE = "text/event-stream";

  private static final int LOOKS_PER_LIMIT = 4;

  private final int most;
  private final Duration stallLimit;
  private final Set<StreamTurn> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicBoolean watched = new AtomicBoolean();

  /** Allows so many streams at once, and no write to take longer than the limit. */
  public OpenStreams(int most, Duration stallLimit) {
    this.most = most;
    this.stallLimit = stallLimit;
  }

  /** How many are open. */
  public int count() {
    return open.size();
  }

  /** An answer that streams, if there is room for it. */
  public ApiResponse open(StreamWriter writer) {
    return streamed((out, turn) -> writer.writeTo(out));
  }

  ApiResponse streamed(Turned stream) {
    requireRoom();
    return ApiResponse.streaming(
            200,
            MEDIA_TYPE,
            out -> {
              try (StreamTurn turn = begin()) {
                stream.writeTo(new WatchedOutput(out, turn), turn);
              }
            })
        .with("Cache-Control", "no-store")
        .with("X-Accel-Buffering", "no");
  }

  /** Writes a stream as long as it is its turn. */
  @FunctionalInterface
  interface Turned {
    void writeTo(OutputStream out, StreamTurn turn) throws IOException;
  }

  /** Refuses a further stream where there is no room for it. */
  private void requireRoom() {
    if (closing() || open.size() >= most) {
      throw RequestException.of(
          HttpError.TOO_MANY_STREAMS,
          closing()
              ? "the server is closing; connect again later"
              : "as many event streams are open as are allowed (" + most + "); try again later");
    }
  }

  private StreamTurn begin() {
    if (watched.compareAndSet(false, true)) {
      Thread.ofVirtual().name("tributary-stream-watch").start(this::watch);
    }
    StreamTurn turn = new StreamTurn(this);
    open.add(turn);
    return turn;
  }

  void end(StreamTurn turn) {
    open.remove(turn);
  }

  boolean closing() {
    return closing.getCount() == 0;
  }

  /** Ends every stream: those that wait at once, the others after the write in hand. */
  @Override
  public void close() {
    closing.countDown();
    open.forEach(StreamTurn::wake);
  }

  private void watch() {
    long pause = Math.max(1, stallLimit.toMillis() / LOOKS_PER_LIMIT);
    try {
      while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
        open.forEach(turn -> turn.cutIfStalled(stallLimit));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
