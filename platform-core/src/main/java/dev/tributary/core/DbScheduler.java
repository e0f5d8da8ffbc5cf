package dev.tributary.core;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.tributary.core.internal.schedule.ScheduleRows;
import dev.tributary.core.internal.schedule.ScheduleRows.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The scheduler on a table that all nodes share. */
final class DbScheduler implements Scheduler {
  /** How often a change is tried while runs begin and end; more than one is seldom needed. */
  private static final int MOST_ATTEMPTS = 10;

  private static final int MISSED_HEARTBEATS = 4;

  private final JdbcCentralStore store;
  private final Cadences cadences = new Cadences();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("tributary-work-", 0).factory());
  private final com.github.kagkarlsson.scheduler.Scheduler scheduler;
  private final AtomicBoolean closed = new AtomicBoolean();

  DbScheduler(JdbcCentralStore store, SchedulerConfig config) {
    this.store = store;
    List<Task<?>> tasks =
        config.tasks().entrySet().stream()
            .<Task<?>>map(
                task -> new RepeatedWork(store, cadences, task.getValue()).as(task.getKey()))
            .toList();
    SchedulerBuilder builder =
        com.github.kagkarlsson.scheduler.Scheduler.create(store.writers(), tasks)
            .clock(store::now)
            .commitWhenAutocommitDisabled(true)
            .enableImmediateExecution()
            .executorService(threads)
            .threads(config.threads())
            .pollingInterval(config.poll())
            .heartbeatInterval(config.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(config.drain())
            .serializer(new PlainText());
    if (store.engine() == StoreEngine.MYSQL) {
      // Its times have no zone, and nodes may be set to different ones.
      builder.alwaysPersistTimestampInUTC();
    }
    this.scheduler = builder.build();
  }

  @Override
  public void start() {
    if (store.engine() == StoreEngine.SQLITE) {
      store.change(ScheduleRows::release);
    }
    scheduler.start();
  }

  @Override
  public void schedule(String task, String instance, Duration cadence) {
    cadences.set(task, instance, cadence);
    TaskInstance<String> wanted = new TaskInstance<>(task, instance, cadence.toString());
    Optional<ScheduledExecution<Object>> known = scheduler.getScheduledExecution(wanted);
    if (known.isEmpty()) {
      scheduler.scheduleIfNotExists(wanted, store.now());
    } else if (!cadence.toString().equals(known.get().getData())) {
      Instant latest = store.now().plus(cadence);
      Instant due = known.get().getExecutionTime();
      move(wanted, due.isBefore(latest) ? due : latest);
    }
  }

  @Override
  public boolean runSoon(String task, String instance) {
    TaskInstanceId id = TaskInstanceId.of(task, instance);
    wish(task, instance, Wish.RUN);
    try {
      despiteChanges(() -> scheduler.reschedule(id, store.now()));
    } catch (TaskInstanceCurrentlyExecutingException running) {
      return true;
    } catch (TaskInstanceNotFoundException unknown) {
      forget(task, instance);
      return false;
    }
    return true;
  }

  @Override
  public Optional<Instant> next(String task, String instance) {
    return scheduler
        .getScheduledExecution(TaskInstanceId.of(task, instance))
        .map(ScheduledExecution::getExecutionTime);
  }

  @Override
  public void cancel(String task, String instance) {
    cadences.remove(task, instance);
    try {
      despiteChanges(() -> scheduler.cancel(TaskInstanceId.of(task, instance)));
    } catch (TaskInstanceCurrentlyExecutingException running) {
      wish(task, instance, Wish.CANCEL);
    } catch (TaskInstanceNotFoundException gone) {
      // Nothing to cancel.
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      scheduler.stop();
      threads.shutdownNow();
    }
  }

  /**
   * The library looks at an execution and then changes it, and gives up where a run began or ended
   * in between. The next look sees what became of it.
   */
  private static void despiteChanges(Runnable change) {
    for (int attempt = 1; ; attempt++) {
      try {
        change.run();
        return;
      } catch (ExecutionException overtaken) {
        if (attempt == MOST_ATTEMPTS) {
          throw overtaken;
        }
      }
    }
  }

  private void move(TaskInstance<String> instance, Instant due) {
    try {
      despiteChanges(() -> scheduler.reschedule(instance, due, instance.getData()));
    } catch (TaskInstanceCurrentlyExecutingException running) {
      // Its end reads the new cadence.
    } catch (TaskInstanceNotFoundException gone) {
      scheduler.scheduleIfNotExists(instance, due);
    }
  }

  private void wish(String task, String instance, Wish wish) {
    store.change(handle -> ScheduleRows.note(handle, task, instance, wish));
  }

  private void forget(String task, String instance) {
    store.change(handle -> ScheduleRows.forget(handle, task, instance));
  }

  /** Keeps the cadence of scheduled work as plain text, readable in the table by people. */
  private static final class PlainText implements Serializer {
    @Override
    public byte[] serialize(Object data) {
      return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
      return type.cast(new String(data, StandardCharsets.UTF_8));
    }
  }
}
