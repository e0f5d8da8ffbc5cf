package dev.tributary.langchain4j.internal.call;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits.
   *
   * @param rest how long
   * @throws InterruptedException if the thread is interrupted
   */
  void rest(Duration rest) throws InterruptedException;
}
