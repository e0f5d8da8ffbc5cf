package dev.tributary.alerts.internal.window;

import org.jspecify.annotations.Nullable;

/**
 * Something to be told about the sessions of a series.
 *
 * @param series the series
 * @param at when, in milliseconds since the epoch
 * @param session the session that is over; null if the series is to be forgotten
 */
record Closing(String series, long at, SeriesSessions.@Nullable Session session) {
  void tell(WindowSink sink) {
    if (session == null) {
      sink.forgotten(series, at);
    } else {
      Panes panes = session.panes();
      sink.closed(series, at, panes.aggregate(0, 1), panes.count(0));
    }
  }
}
