package dev.tributary.alerts.internal.window;

/** Takes what windows have to say, in the order of event time and then of the names of series. */
public interface WindowSink {
  /**
   * A window has closed: no event within the allowed lateness can change it any more.
   *
   * @param series whose window it is
   * @param end the moment at which it is looked at, in milliseconds since the epoch
   * @param value the aggregate; NaN if it needs events and there are none
   * @param count how many events it holds
   * @return true if further windows without events, for however long, would change nothing
   */
  boolean closed(String series, long end, double value, long count);

  /**
   * A series has had no event for so long that it was dropped.
   *
   * @param series the series
   * @param at when, in milliseconds since the epoch
   */
  void forgotten(String series, long at);
}
