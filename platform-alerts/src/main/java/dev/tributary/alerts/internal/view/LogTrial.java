package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Standing;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries a rule on the log, with the fold that evaluates it live. What happened before it was handed
 * in as history counts at its own time. Thread-safe.
 */
public final class LogTrial {
  private final EventLog log;
  private final Supplier<RuleFold> folds;

  /**
   * Makes trials.
   *
   * @param log the log
   * @param folds makes empty folds
   */
  public LogTrial(EventLog log, Supplier<RuleFold> folds) {
    this.log = log;
    this.folds = folds;
  }

  Trial of(AlertRule rule, Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from " + from + " is not before until " + until);
    }
    PastEvents past =
        new PastEvents(
            log, event -> event.metric().equals(rule.metric()) && !event.at().isBefore(from));
    EventSlice first = log.read(0, 1);
    read(events -> {
      events.forEach(past::note);
      return true;
    });
    Course course = new Course(rule, from, until, past);
    read(course::take);
    boolean late = first.gap() && first.events().stream().anyMatch(one -> one.at().isAfter(from));
    return course.end(late);
  }

  /** Goes through the log as long as whoever takes the entries wants more. */
  private void read(Predicate<List<Event>> taker) {
    long place = 0;
    boolean goesOn = true;
    while (goesOn) {
      List<Event> events = log.read(place, EventLog.MOST_EVENTS).events();
      goesOn = !events.isEmpty() && taker.test(events);
      place = events.isEmpty() ? place : events.getLast().id();
    }
  }

  /** One rule on its way through the log. */
  private final class Course {
    private final AlertRule rule;
    private final Instant from;
    private final Instant until;
    private final RuleFold fold = folds.get();
    private final PastEvents past;
    private final List<Transition> transitions = new ArrayList<>();

    /** What is looked at has numbers of its own: entries of the past have none between others. */
    private long entries;

    Course(AlertRule rule, Instant from, Instant until, PastEvents past) {
      this.rule = rule;
      this.from = from;
      this.until = until;
      this.past = past;
    }

    /** Takes entries; returns false once the time is over. */
    boolean take(List<Event> events) {
      for (Event event : events) {
        if (event.at().isAfter(until)) {
          return false;
        }
        if (!event.at().isBefore(from) || entries > 0) {
          catchUp(event.at());
          begin();
          if (!ofOthers(event)) {
            Event next =
                new Event(entries, event.type(), event.subject(), event.at(), event.data());
            add(fold.apply(next));
          }
        }
      }
      return true;
    }

    /** Takes the events of the past up to a moment. */
    private void catchUp(Instant to) {
      for (MetricEvent event = past.next(to); event != null; event = past.next(to)) {
        begin();
        add(fold.apply(entries, event));
      }
    }

    private void begin() {
      if (entries == 0) {
        fold.restore(from, List.of());
        fold.watch(rule, 0);
      }
      entries++;
    }

    /** What happened to rules of the past is no matter of this one. */
    private boolean ofOthers(Event event) {
      return event.type().equals(AlertEventTypes.RULE_SET)
          || event.type().equals(AlertEventTypes.RULE_REMOVED)
          || event.type().equals(AlertEventTypes.ACKNOWLEDGED);
    }

    private void add(List<Recorded> recorded) {
      recorded.forEach(one -> transitions.add(one.transition()));
    }

    Trial end(boolean gap) {
      catchUp(until);
      if (entries > 0) {
        add(fold.apply(new Event(entries + 1, AlertEventTypes.TICK, "", until, Map.of())));
      }
      Standing standing = fold.standing(rule.id());
      return new Trial(
          transitions,
          standing == null ? List.of() : standing.alerts(),
          standing == null ? new EventCounts(0, 0, 0, 0) : standing.counts(),
          entries,
          gap);
    }
  }
}
