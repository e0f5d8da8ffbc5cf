package dev.tributary.nl2sql.internal.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is being answered, by request id. An id may be in use more than once. */
final class RunningQuestions {
  private final Map<String, List<Running>> running = new ConcurrentHashMap<>();

  void begin(String requestId, Running one) {
    if (!requestId.isEmpty()) {
      running.merge(
          requestId,
          List.of(one),
          (before, added) -> Stream.concat(before.stream(), added.stream()).toList());
    }
  }

  void end(String requestId, Running one) {
    if (!requestId.isEmpty()) {
      running.computeIfPresent(
          requestId,
          (id, all) -> {
            List<Running> left = all.stream().filter(other -> other != one).toList();
            return left.isEmpty() ? null : left;
          });
    }
    one.over();
  }

  boolean cancel(String requestId) {
    boolean any = false;
    for (Running one : running.getOrDefault(requestId, List.of())) {
      any |= one.cancel();
    }
    return any;
  }
}
