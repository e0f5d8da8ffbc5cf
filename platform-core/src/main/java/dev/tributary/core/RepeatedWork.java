package dev.tributary.core;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.tributary.core.internal.schedule.ScheduleRows;
import dev.tributary.core.internal.schedule.ScheduleRows.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One task of the scheduler: runs its work and decides when it runs again. */
final class RepeatedWork {
  private final JdbcCentralStore store;
  private final Cadences cadences;
  private final ScheduledWork work;

  RepeatedWork(JdbcCentralStore store, Cadences cadences, ScheduledWork work) {
    this.store = store;
    this.cadences = cadences;
    this.work = work;
  }

  Task<String> as(String name) {
    return Tasks.custom(name, String.class)
        .onFailure((failed, operations) -> again(failed, operations, Optional.empty()))
        .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
        .execute(this::execute);
  }

  private CompletionHandler<String> execute(
      TaskInstance<String> instance, ExecutionContext context) {
    if (wish(instance).equals(Optional.of(Wish.CANCEL))) {
      return (complete, operations) -> end(instance, operations);
    }
    forget(instance);
    Instant due = context.getExecution().getExecutionTime();
    try {
      work.run(
          new ScheduledRun(instance.getId(), due, context.getSchedulerState()::isShuttingDown));
    } catch (Exception failed) {
      if (failed instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException(
          "task '" + instance.getTaskName() + "' failed for '" + instance.getId() + "'", failed);
    }
    return (complete, operations) ->
        again(complete, operations, Optional.of(context.getSchedulerClient()));
  }

  /** A wish may arrive between the look at the table and the rescheduling: look once more after. */
  private void again(
      ExecutionComplete complete,
      ExecutionOperations<String> operations,
      Optional<SchedulerClient> client) {
    TaskInstanceId instance = complete.getExecution();
    Optional<Wish> wish = wish(instance);
    if (wish.equals(Optional.of(Wish.CANCEL))) {
      end(instance, operations);
      return;
    }
    Duration cadence = cadence(complete);
    Instant next = wish.isPresent() ? complete.getTimeDone() : complete.getTimeDone().plus(cadence);
    operations.reschedule(complete, next, cadence.toString());
    if (wish.isEmpty() && client.isPresent() && wish(instance).isPresent()) {
      hasten(client.get(), instance, complete.getTimeDone());
    }
  }

  private static void hasten(SchedulerClient client, TaskInstanceId instance, Instant now) {
    try {
      client.reschedule(instance, now);
    } catch (TaskInstanceCurrentlyExecutingException
        | TaskInstanceNotFoundException
        | ExecutionException overtaken) {
      // It runs again already, or nobody wants it any more.
    }
  }

  private Duration cadence(ExecutionComplete complete) {
    TaskInstance<?> instance = complete.getExecution().taskInstance;
    return cadences
        .find(complete.getExecution())
        .orElseGet(() -> Duration.parse(String.valueOf(instance.getData())));
  }

  private void end(TaskInstanceId instance, ExecutionOperations<String> operations) {
    operations.remove();
    forget(instance);
  }

  private Optional<Wish> wish(TaskInstanceId instance) {
    return store.look(
        handle -> ScheduleRows.find(handle, instance.getTaskName(), instance.getId()));
  }

  private void forget(TaskInstanceId instance) {
    if (wish(instance).isPresent()) {
      store.change(handle -> ScheduleRows.forget(handle, instance.getTaskName(), instance.getId()));
    }
  }
}
