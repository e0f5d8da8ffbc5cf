package dev.tributary.alerts.internal.window;

import java.time.Instant;

/** What a window shows. It is good for as long as somebody is told of it, and not to be kept. */
public interface Reading {
  /**
   * The moment at which the window is looked at.
   *
   * @return its end, in milliseconds since the epoch
   */
  long at();

  /**
   * What its events come to.
   *
   * @return the aggregate; NaN if it needs events and there are none
   */
  double value();

  /**
   * How many events it holds.
   *
   * @return the number
   */
  long count();

  /**
   * What was said of the event whose value it shows.
   *
   * @return the note; empty if there is none, or the aggregate is not one event's value
   */
  String note();

  /**
   * The moment at which the window is looked at.
   *
   * @return its end
   */
  default Instant instant() {
    return Instant.ofEpochMilli(at());
  }
}
