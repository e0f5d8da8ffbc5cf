package dev.tributary.alerts.internal.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again in a thread of its own until it is closed. What goes wrong is
 * logged, and the next round begins after a pause.
 */
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Rounds.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /** One round. */
  @FunctionalInterface
  public interface Round {
    /**
     * Does the work of a round; it may wait for the next one.
     *
     * @throws InterruptedException if the rounds are closed meanwhile
     */
    void run() throws InterruptedException;
  }

  private Rounds(String name, Round round, Duration pause) {
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> go(name, round, pause));
  }

  /**
   * Begins.
   *
   * @param name the name of the thread
   * @param round what to do
   * @param pause how long to wait after each round
   * @return the rounds
   */
  public static Rounds start(String name, Round round, Duration pause) {
    Rounds rounds = new Rounds(name, round, pause);
    rounds.thread.start();
    return rounds;
  }

  private void pause(Duration pause) throws InterruptedException {
    closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void go(String name, Round round, Duration pause) {
    try {
      while (closing.getCount() > 0) {
        try {
          round.run();
          pause(pause);
        } catch (RuntimeException failed) { // the boundary of the thread: it has to go on
          if (closing.getCount() > 0) {
            LOG.log(Level.WARNING, name + " failed and goes on: " + failed.getMessage(), failed);
            pause(AFTER_FAILURE);
          }
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends after the round in hand, at the latest after ten seconds. Closing again does nothing. */
  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(CLOSING);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
