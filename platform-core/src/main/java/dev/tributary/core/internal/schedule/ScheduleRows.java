package dev.tributary.core.internal.schedule;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is asked of an instance of scheduled work while it is running on some node, and what a
 * process that was killed had in hand. Stateless.
 */
public final class ScheduleRows {
  private static final String WHICH = " WHERE task_name = ? AND task_instance = ?";

  private ScheduleRows() {}

  /**
   * Notes a wish in place of an earlier one.
   *
   * @param handle the handle of a transaction
   * @param task the task
   * @param instance its instance
   * @param wish what is wished for
   */
  public static void note(Handle handle, String task, String instance, Wish wish) {
    forget(handle, task, instance);
    handle.execute(
        "INSERT INTO schedule_requests (task_name, task_instance, wish) VALUES (?, ?, ?)",
        task,
        instance,
        wish.name());
  }

  /**
   * Finds a wish.
   *
   * @param handle any handle
   * @param task the task
   * @param instance its instance
   * @return the wish, if there is one
   */
  public static Optional<Wish> find(Handle handle, String task, String instance) {
    return handle
        .select("SELECT wish FROM schedule_requests" + WHICH, task, instance)
        .mapTo(Wish.class)
        .findOne();
  }

  /**
   * Forgets a wish.
   *
   * @param handle the handle of a transaction
   * @param task the task
   * @param instance its instance
   */
  public static void forget(Handle handle, String task, String instance) {
    handle.execute("DELETE FROM schedule_requests" + WHICH, task, instance);
  }

  /**
   * Gives back what a killed process had in hand. A SQLite file belongs to one process at a time,
   * so nobody has to be waited for: without this, the work of a killed process would rest until its
   * heartbeat counts as lost, a minute after the next start.
   *
   * @param handle the handle of a transaction
   */
  public static void release(Handle handle) {
    handle.execute(
        "UPDATE scheduled_tasks SET picked = 0, picked_by = NULL, last_heartbeat = NULL,"
            + " version = version + 1 WHERE picked = 1");
  }

  /** What can be wished for. */
  public enum Wish {
    /** Another run as soon as this one has ended. */
    RUN,
    /** No run after this one. */
    CANCEL
  }
}
