package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.fold.Recorded;
import dev.tributary.alerts.internal.fold.RuleFold;
import dev.tributary.alerts.internal.fold.Standing;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventSlice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries a rule on the log, with the fold that evaluates it live. Thread-safe. */
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
    Course course = new Course(rule, from, until);
    boolean gap = false;
    long place = 0;
    boolean goesOn = true;
    while (goesOn) {
      EventSlice slice = log.read(place, EventLog.MOST_EVENTS);
      gap |= slice.gap() && !course.begun() && !slice.events().isEmpty();
      goesOn = !slice.events().isEmpty() && course.take(slice.events());
      place = slice.events().isEmpty() ? place : slice.events().getLast().id();
    }
    return course.end(gap && course.beganLate());
  }

  /** One rule on its way through the log. */
  private final class Course {
    private final AlertRule rule;
    private final Instant from;
    private final Instant until;
    private final RuleFold fold = folds.get();
    private final List<Transition> transitions = new ArrayList<>();
    private @Nullable Instant first;
    private boolean begun;
    private long entries;
    private long last;

    Course(AlertRule rule, Instant from, Instant until) {
      this.rule = rule;
      this.from = from;
      this.until = until;
    }

    boolean begun() {
      return begun;
    }

    boolean beganLate() {
      return first != null && first.isAfter(from);
    }

    /** Takes entries; returns false once the time is over. */
    boolean take(List<Event> events) {
      for (Event event : events) {
        first = first == null ? event.at() : first;
        last = event.id();
        if (event.at().isAfter(until)) {
          return false;
        }
        if (!event.at().isBefore(from) || begun) {
          begin(event);
          entries++;
          if (!ofOthers(event)) {
            add(fold.apply(event));
          }
        }
      }
      return true;
    }

    private void begin(Event event) {
      if (!begun) {
        begun = true;
        fold.restore(from, List.of());
        fold.watch(rule, event.id() - 1);
      }
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
      if (begun) {
        add(fold.apply(new Event(last + 1, AlertEventTypes.TICK, "", until, Map.of())));
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
