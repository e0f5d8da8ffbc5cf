package dev.tributary.api.alert;

import dev.tributary.api.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How alerts stand, what they did, and what people do with them. Thread-safe. */
public interface AlertBoard {

  /**
   * Lists alerts, those that changed last first.
   *
   * @param query which ones
   * @return the alerts
   */
  List<Alert> list(AlertQuery query);

  /**
   * Finds an alert.
   *
   * @param fingerprint its fingerprint
   * @return the alert, if there ever was one
   */
  Optional<Alert> find(String fingerprint);

  /**
   * Lists what happened to alerts, newest first.
   *
   * @param query which transitions
   * @return a slice of them
   */
  Page<AlertEvent> history(HistoryQuery query);

  /**
   * Takes note that somebody knows of an alert. While it goes on, detectors learn nothing from it
   * and it is not repeated.
   *
   * @param fingerprint its fingerprint
   * @param by who
   * @param comment what they say
   * @return the alert
   * @throws dev.tributary.api.error.PlatformException if there is none, or it is not on
   */
  Alert acknowledge(String fingerprint, String by, String comment);

  /**
   * Lets an alert that is re-armed by hand notify again.
   *
   * @param fingerprint its fingerprint
   * @return the alert
   * @throws dev.tributary.api.error.PlatformException if there is none
   */
  Alert rearm(String fingerprint);

  /**
   * Takes note that transitions were read.
   *
   * @param id the id of one; empty for all
   * @return how many were unread
   * @throws dev.tributary.api.error.PlatformException if there is none of that id
   */
  int markRead(String id);

  /**
   * Says for each transition of an alert who was told of it, or why not.
   *
   * @param fingerprint its fingerprint
   * @param limit the most lines
   * @return newest first; several lines for one transition where there are several channels
   */
  List<NoticeTrace> explain(String fingerprint, int limit);

  /**
   * Says what the windows of an alert showed, made anew from the log: the course that led to it. A
   * window that shows the same as the one before may be left out where nothing happens.
   *
   * @param fingerprint its fingerprint
   * @param from from when on
   * @param until up to when
   * @return in the order of time, the newest 2,000; none if the rule is gone
   * @throws dev.tributary.api.error.PlatformException if there is no such alert
   */
  List<WindowValue> values(String fingerprint, Instant from, Instant until);
}
