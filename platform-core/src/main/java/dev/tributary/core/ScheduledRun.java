package dev.tributary.core;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A run of scheduled work.
 *
 * @param instance which instance of the task, such as a source id
 * @param due when it was due
 * @param stopSignal says true as soon as the scheduler is closing: end at the next good point then
 */
public record ScheduledRun(String instance, Instant due, BooleanSupplier stopSignal) {
  /**
   * Whether to end at the next good point.
   *
   * @return true if the scheduler is closing
   */
  public boolean stopping() {
    return stopSignal.getAsBoolean();
  }
}
