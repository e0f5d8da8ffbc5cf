package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.fold.MetricEntries;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of the past that a log was given for trials, in the order of time. Entries overlap, so
 * they are merged; an entry is read when the first of its events is due, so that only those are in
 * memory whose stretches of time cross. Not thread-safe.
 */
final class PastEvents {
  private static final Comparator<Part> BY_TIME =
      Comparator.comparing(Part::at).thenComparingLong(Part::entry);

  private final EventLog log;
  private final Predicate<MetricEvent> wanted;
  private final PriorityQueue<Part> closed = new PriorityQueue<>(BY_TIME);
  private final PriorityQueue<Part> open = new PriorityQueue<>(BY_TIME);

  /**
   * What is left of an entry.
   *
   * @param entry its id
   * @param at the time of its next event
   * @param events from the next one on; empty as long as it has not been read
   */
  private record Part(long entry, Instant at, List<MetricEvent> events) {}

  /** Makes them of a log; {@link #note} has to see its entries first. */
  PastEvents(EventLog log, Predicate<MetricEvent> wanted) {
    this.log = log;
    this.wanted = wanted;
  }

  /** Remembers where events are that are wanted. */
  void note(Event entry) {
    if (entry.type().equals(AlertEventTypes.HISTORY)) {
      events(entry).stream()
          .findFirst()
          .ifPresent(first -> closed.add(new Part(entry.id(), first.at(), List.of())));
    }
  }

  private List<MetricEvent> events(Event entry) {
    return MetricEntries.past(entry).stream().filter(wanted).toList();
  }

  /** Takes out the next event; null if none is left that happened up to a moment. */
  @Nullable MetricEvent next(Instant until) {
    while (isDue(closed, until) && (open.isEmpty() || !at(closed).isAfter(at(open)))) {
      read(closed.remove());
    }
    if (!isDue(open, until)) {
      return null;
    }
    Part part = open.remove();
    add(part.entry(), part.events().subList(1, part.events().size()));
    return part.events().getFirst();
  }

  private static boolean isDue(PriorityQueue<Part> parts, Instant until) {
    return !parts.isEmpty() && !at(parts).isAfter(until);
  }

  private static Instant at(PriorityQueue<Part> parts) {
    return parts.element().at();
  }

  private void read(Part part) {
    for (Event entry : log.read(part.entry() - 1, 1).events()) {
      if (entry.id() == part.entry()) {
        add(entry.id(), events(entry));
      }
    }
  }

  private void add(long entry, List<MetricEvent> left) {
    if (!left.isEmpty()) {
      open.add(new Part(entry, left.getFirst().at(), left));
    }
  }
}
