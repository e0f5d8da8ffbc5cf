package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Standing;
import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.alert.Window;
import dev.tributary.api.alert.WindowValue;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries a rule on the log, with the fold that evaluates it live. What happened before it was handed
 * in as history counts at its own time. Thread-safe.
 */
public final class LogTrial {
  /** How far a clock may have stepped back without a trial missing entries. */
  private static final Duration STEP_BACK = Duration.ofHours(1);

  private static final int MOST_VALUES = 2000;

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
    Course course = follow(new Course(rule, from, until, fold -> {}));
    EventSlice first = log.read(0, 1);
    return course.end(
        first.gap() && first.events().stream().anyMatch(one -> one.at().isAfter(from)));
  }

  /** What the windows of an alert showed, the newest of them. */
  List<WindowValue> values(AlertRule rule, AlertKey alert, Instant from, Instant until) {
    Deque<WindowValue> values = new ArrayDeque<>();
    Consumer<Reading> reader =
        reading -> {
          Instant at = Instant.ofEpochMilli(reading.at());
          if (!at.isBefore(from) && !at.isAfter(until) && Double.isFinite(reading.value())) {
            values.add(new WindowValue(at, reading.value()));
          }
          if (values.size() > MOST_VALUES) {
            values.remove();
          }
        };
    Duration before = reach(rule.window()).plus(rule.lateness());
    follow(new Course(rule, from.minus(before), until, fold -> fold.listen(alert, reader)))
        .end(false);
    return List.copyOf(values);
  }

  private static Duration reach(Window window) {
    return switch (window) {
      case Window.Sliding sliding -> sliding.length();
      case Window.Session session -> session.gap();
    };
  }

  private Course follow(Course course) {
    long before = before(course.from.minus(STEP_BACK));
    read(before, course::note);
    read(before, course::take);
    return course;
  }

  /** The id of an entry before those since a moment. Ids have no holes, and times mostly rise. */
  private long before(Instant since) {
    long low = 0;
    long high = log.lastId();
    while (low < high) {
      long middle = low + (high - low) / 2;
      List<Event> next = log.read(middle, 1).events();
      if (next.isEmpty() || !next.getFirst().at().isBefore(since)) {
        high = middle;
      } else {
        low = next.getFirst().id();
      }
    }
    return low;
  }

  /** Goes through the log as long as whoever takes the entries wants more. */
  private void read(long after, Predicate<List<Event>> taker) {
    long place = after;
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
    private final Consumer<RuleFold> prepare;
    private final PastEvents past;
    private final List<Transition> transitions = new ArrayList<>();

    /** What is looked at has numbers of its own: entries of the past have none between others. */
    private long entries;

    Course(AlertRule rule, Instant from, Instant until, Consumer<RuleFold> prepare) {
      this.rule = rule;
      this.from = from;
      this.until = until;
      this.prepare = prepare;
      this.past =
          new PastEvents(
              log, event -> event.metric().equals(rule.metric()) && !event.at().isBefore(from));
    }

    /** Notes where events of the past are. */
    boolean note(List<Event> events) {
      events.forEach(past::note);
      return true;
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
        prepare.accept(fold);
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
