package dev.tributary.cli.internal.stop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the operating system asks the process to end (Ctrl-C, SIGTERM).
 * The process stays until the command has closed this, or the time for it is over. Thread-safe.
 */
public final class StopSignal implements AutoCloseable {
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::letFinish, "tributary-stop");

  private StopSignal() {}

  /**
   * Begins to listen.
   *
   * @return a signal that the command closes when its work is finished
   */
  public static StopSignal listening() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /**
   * Waits until the process is asked to end.
   *
   * @param atMost how long to wait
   * @return true if it was asked
   */
  public boolean await(Duration atMost) {
    try {
      return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Waits until the process is asked to end, however long that takes. */
  public void await() {
    while (!await(Duration.ofDays(1))) {
      // A day has passed.
    }
  }

  /** Asks to end, as the operating system would. */
  public void ask() {
    asked.countDown();
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is what made the command end; there is nothing left to take away.
    }
  }

  private void letFinish() {
    ask();
    try {
      boolean inTime = finished.await(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.getLogger(StopSignal.class.getName())
            .log(System.Logger.Level.WARNING, "still busy after {0}; ending now", LONGEST_FAREWELL);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
