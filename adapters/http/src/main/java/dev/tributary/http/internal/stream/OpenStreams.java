package dev.tributary.http.internal.stream;

import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that are open: at most so many, and all of them ended at the end. Thread-safe. */
public final class OpenStreams implements AutoCloseable {
  private final int most;
  private final Set<StreamTurn> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /** Allows so many streams at once. */
  public OpenStreams(int most) {
    this.most = most;
  }

  /** How many are open. */
  public int count() {
    return open.size();
  }

  /** Refuses a further stream where there is no room for it. */
  void requireRoom() {
    if (closing || open.size() >= most) {
      throw RequestException.of(
          HttpError.TOO_MANY_STREAMS,
          closing
              ? "the server is closing; connect again later"
              : "as many event streams are open as are allowed (" + most + "); try again later");
    }
  }

  StreamTurn begin() {
    StreamTurn turn = new StreamTurn(this);
    open.add(turn);
    return turn;
  }

  void end(StreamTurn turn) {
    open.remove(turn);
  }

  boolean closing() {
    return closing;
  }

  /** Ends every stream: those that wait at once, the others after the write in hand. */
  @Override
  public void close() {
    closing = true;
    open.forEach(StreamTurn::wake);
  }
}
