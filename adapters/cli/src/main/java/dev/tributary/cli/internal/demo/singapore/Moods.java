package dev.tributary.cli.internal.demo.singapore;

import java.util.concurrent.atomic.AtomicInteger;

/** Decides how the server answers: well, mostly. */
final class Moods {
  private static final int TOO_MANY_EVERY = 23;
  private static final int FAILURE_EVERY = 37;

  private final AtomicInteger requests = new AtomicInteger();

  /** The status of the next answer: 200, 429 or 500. */
  int next() {
    int request = requests.incrementAndGet();
    if (request % TOO_MANY_EVERY == 0) {
      return 429;
    }
    return request % FAILURE_EVERY == 0 ? 500 : 200;
  }
}
