package dev.tributary.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs work again and again, at most once at a time for each instance, on whichever node of those
 * that share the store gets to it first. When a node dies, the others take its work over. Work that
 * throws is logged and runs again after its cadence. Thread-safe.
 */
public interface Scheduler extends AutoCloseable {

  /**
   * Makes a scheduler. It rests until {@link #start()}.
   *
   * @param store holds what is due; its clock is the scheduler's
   * @param config the tasks and how to run them
   * @return the scheduler
   */
  static Scheduler on(CentralStore store, SchedulerConfig config) {
    if (store instanceof JdbcCentralStore jdbc) {
      return new DbScheduler(jdbc, config);
    }
    throw new IllegalArgumentException("the store was not opened by CentralStore.open: " + store);
  }

  /** Begins to run what is due. */
  void start();

  /**
   * Sets the cadence of an instance; new ones are due at once. The cadence of a known instance
   * changes with its next run, and no later than it is due now.
   *
   * @param task the name of a task of this scheduler
   * @param instance which instance of the task, such as a source id
   * @param cadence the time from the end of a run to the next one
   */
  void schedule(String task, String instance, Duration cadence);

  /**
   * Makes an instance due now. While it is running, on any node, another run follows at once.
   *
   * @param task the name of a task of this scheduler
   * @param instance which instance of the task
   * @return false if there is no such instance
   */
  boolean runSoon(String task, String instance);

  /**
   * When an instance is due.
   *
   * @param task the name of a task of this scheduler
   * @param instance which instance of the task
   * @return the time; in the past while it runs; empty if there is no such instance
   */
  Optional<Instant> next(String task, String instance);

  /**
   * Forgets an instance. A run of it that is going on ends, and none follows.
   *
   * @param task the name of a task of this scheduler
   * @param instance which instance of the task
   */
  void cancel(String task, String instance);

  /**
   * Takes no new work, lets the work in hand end, and interrupts what has not ended by the time the
   * configuration allows. Closing again does nothing.
   */
  @Override
  void close();
}
