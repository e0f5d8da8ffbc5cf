package dev.tributary.alerts.internal.window;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.Window;
import dev.tributary.api.window.WindowRecord;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The windows of all series of one metric. Time is that of the events: the watermark is the newest
 * event time minus the allowed lateness, and a window closes when the watermark reaches its end.
 * What closes is therefore the same for every order in which events within the lateness come. Not
 * thread-safe.
 */
public sealed interface Windows permits EventTimeWindows {

  /**
   * Makes the windows of a metric.
   *
   * @param window their shape
   * @param aggregate what their events are condensed to
   * @param limits how late events may come, and how many series are kept for how long
   * @param sinks gives for the name of a new series what takes its windows
   * @return windows without a series
   */
  static Windows of(
      Window window, Aggregate aggregate, Limits limits, Function<String, SeriesSink> sinks) {
    return switch (window) {
      case Window.Sliding sliding -> new SlidingWindows(sliding, aggregate, limits, sinks);
      case Window.Session session -> new SessionWindows(session, aggregate, limits, sinks);
    };
  }

  /**
   * Takes an event, after closing the windows that it shows to be over.
   *
   * @param series whose event it is
   * @param event the event, with a finite value
   * @return what became of it
   */
  Arrival add(String series, MetricEvent event);

  /**
   * Looks at a series from the watermark on, although it has had no event. Means nothing to
   * sessions, which only events begin.
   *
   * @param series the series
   */
  void open(String series);

  /**
   * Closes the windows that end up to a moment.
   *
   * @param watermark the moment, in milliseconds since the epoch; one that has been passed is
   *     ignored
   */
  void advance(long watermark);

  /**
   * How many series there are.
   *
   * @return the number
   */
  int size();

  /**
   * What is remembered, also by the sinks.
   *
   * @return a record of everything
   */
  List<WindowRecord> everything();

  /**
   * What became different since this was asked for the last time; everything, the first time.
   *
   * @return the records that are new, different or gone
   */
  List<WindowRecord> changes();

  /** Begins the next changes with everything. */
  void forgetChanges();

  /**
   * Replaces everything that is remembered by what windows of the same make have recorded.
   *
   * @param records everything, or everything with all changes since, in any order
   */
  void restore(List<WindowRecord> records);

  /** What became of an event. */
  enum Arrival {
    /** It counts in every window that holds its time. */
    TAKEN,
    /** It came after a window that holds its time may have closed, and counts nowhere. */
    LATE,
    /** It belongs to a new series, and there are as many as may be. */
    TOO_MANY_SERIES
  }

  /**
   * How late events may come, and how many series are kept for how long.
   *
   * @param lateness how far an event may lie behind the newest one
   * @param series the most series; further ones are refused, not exchanged for old ones
   * @param forgetAfter how long a series without events is kept
   */
  record Limits(Duration lateness, int series, Duration forgetAfter) {}
}
