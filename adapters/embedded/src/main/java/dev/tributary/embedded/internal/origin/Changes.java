package dev.tributary.embedded.internal.origin;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import dev.tributary.api.event.EventTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The event after which the rows of each source last changed. Follows the log: rows and their event
 * are stored together, so a change whose event is not there is not there either. Thread-safe.
 */
final class Changes {
  private final EventLog log;
  private final Map<String, Long> last = new HashMap<>();
  private long moved;
  private long read;
  private long floor;

  Changes(EventLog log) {
    this.log = log;
    this.read = log.lastId();
    this.floor = read;
    this.moved = read;
  }

  /** The newest change of any source but these; of anything, from before they were followed. */
  synchronized long newestBut(Set<String> others) {
    return last.entrySet().stream()
        .filter(change -> !others.contains(change.getKey()))
        .mapToLong(Map.Entry::getValue)
        .reduce(floor, Math::max);
  }

  /** The newest event of all. */
  synchronized long newest() {
    return read;
  }

  /** The newest event but for those that tell of questions, which move no source. */
  synchronized long newestOfSources() {
    return moved;
  }

  /** Reads what has been added to the log. */
  synchronized void follow() {
    boolean more = true;
    while (more) {
      EventSlice slice = log.read(read, EventLog.MOST_EVENTS);
      if (slice.gap()) {
        // Whatever happened in between may have changed anything.
        floor = Math.max(log.lastId(), floor);
        moved = floor;
      }
      slice.events().forEach(this::note);
      if (slice.gap() && slice.events().isEmpty()) {
        read = floor;
      }
      more = slice.gap() || slice.events().size() == EventLog.MOST_EVENTS;
    }
  }

  private void note(Event event) {
    if (changesRows(event)) {
      last.put(event.subject(), event.id());
    }
    if (!event.type().equals(EventTypes.QUESTION_FINISHED)) {
      moved = event.id();
    }
    read = event.id();
  }

  private static boolean changesRows(Event event) {
    return switch (event.type()) {
      case EventTypes.BATCH_STORED, EventTypes.RUN_FINISHED ->
          positive(event, "ingested") || positive(event, "deleted");
      case EventTypes.ROWS_REPLAYED -> positive(event, "accepted");
      default -> false;
    };
  }

  private static boolean positive(Event event, String count) {
    return event.data().get(count) instanceof Number number && number.longValue() > 0;
  }
}
