package dev.tributary.connector.parquet.internal.page;

/** How much of a file is held at once, over all its columns. Used by one thread. */
final class Budget {
  private final long most;
  private long held;

  Budget(long most) {
    this.most = most;
  }

  /** Takes so much more, or refuses. */
  boolean take(long bytes) {
    if (held + bytes > most) {
      return false;
    }
    held += bytes;
    return true;
  }

  void giveBack(long bytes) {
    held -= bytes;
  }

  long held() {
    return held;
  }

  long most() {
    return most;
  }
}
