package dev.tributary.nl2sql;

import java.util.concurrent.CompletableFuture;

/**
 * A way to stop one query from another thread than the one that waits for it: hand it to {@link
 * ReadOnlyQuery#run(String, Cancellation)} and call {@link #cancel} whenever. Thread-safe; for one
 * query only.
 */
public final class Cancellation {
  private final CompletableFuture<Void> signal = new CompletableFuture<>();

  /** Makes one that has not been used. */
  public Cancellation() {}

  /** Stops the query, also if it has not begun yet. Comes back at once; may be called again. */
  public void cancel() {
    signal.complete(null);
  }

  /**
   * Tells whether it was used.
   *
   * @return true once {@link #cancel} was called
   */
  public boolean cancelled() {
    return signal.isDone();
  }

  CompletableFuture<Void> signal() {
    return signal;
  }
}
