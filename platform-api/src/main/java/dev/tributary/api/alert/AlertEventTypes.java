package dev.tributary.api.alert;

/** The types of events that alerting appends to the log, and follows there. */
public final class AlertEventTypes {
  /** Events of metrics came in. Subject: where from. Data: events, each with metric, at, value. */
  public static final String METRICS = "metric.events";

  /** Events of the past came in, for trials of rules. Otherwise as {@link #METRICS}. */
  public static final String HISTORY = "metric.history";

  /** Time went by without anything else happening. No data. */
  public static final String TICK = "alert.tick";

  /** A rule was made, changed, switched on or off. Subject: the rule. Data: its declaration. */
  public static final String RULE_SET = "alert.rule_set";

  /** A rule was removed. Subject: the rule. No data. */
  public static final String RULE_REMOVED = "alert.rule_removed";

  /** A question of a rule could not be answered. Subject: the rule. Data: error. */
  public static final String QUERY_FAILED = "alert.query_failed";

  /** An alert changed its state. Subject: the rule. Data: the transition. */
  public static final String TRANSITION = "alert.transition";

  /** Somebody acknowledged an alert. Subject: the rule. Data: fingerprint, by, comment. */
  public static final String ACKNOWLEDGED = "alert.acknowledged";

  /** A silence was made, changed or ended. Subject: the silence. Data: the silence. */
  public static final String SILENCE_CHANGED = "alert.silence_changed";

  /** An incident opened, grew or closed. Subject: the incident. Data: the incident. */
  public static final String INCIDENT_CHANGED = "alert.incident_changed";

  /** A notification was delivered or given up. Subject: the channel. Data: id, status, error. */
  public static final String NOTIFICATION = "alert.notification";

  /**
   * Windows are kept in another store from now on, because the chosen one does not work or works
   * again. Subject: the store in use. Data: preferred, reason.
   */
  public static final String WINDOWS_MOVED = "alert.windows_moved";

  private AlertEventTypes() {}
}
