package dev.tributary.core;

/** What a task does for one of its instances. Must be thread-safe. */
@FunctionalInterface
public interface ScheduledWork {

  /**
   * Runs once.
   *
   * @param run which instance is due
   * @throws Exception whatever it throws is logged; the instance runs again after its cadence
   */
  void run(ScheduledRun run) throws Exception;
}
