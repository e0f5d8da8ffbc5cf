package dev.tributary.core;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The cadences this node was told, which go before those in the table. Thread-safe. */
final class Cadences {
  private final Map<Key, Duration> told = new ConcurrentHashMap<>();

  void set(String task, String instance, Duration cadence) {
    told.put(new Key(task, instance), cadence);
  }

  void remove(String task, String instance) {
    told.remove(new Key(task, instance));
  }

  Optional<Duration> find(TaskInstanceId id) {
    return Optional.ofNullable(told.get(new Key(id.getTaskName(), id.getId())));
  }

  private record Key(String task, String instance) {}
}
