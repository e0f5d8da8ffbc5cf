package dev.tributary.api.alert;

/** Everything about alerts: rules in, alerts out, and who is told. Thread-safe. */
public interface Alerting {

  /**
   * The rules.
   *
   * @return the rules
   */
  RuleBook rules();

  /**
   * The alerts and their history.
   *
   * @return the alerts
   */
  AlertBoard alerts();

  /**
   * The events of metrics.
   *
   * @return where they are handed in
   */
  EventIntake intake();

  /**
   * Makes up events, for tries and rehearsals. They are not handed in.
   *
   * @param plan what to make up
   * @return the events in the order of time, made while they are read
   */
  Iterable<MetricEvent> madeUp(EventPlan plan);

  /**
   * The silences.
   *
   * @return the silences
   */
  Silences silences();

  /**
   * The incidents.
   *
   * @return the incidents
   */
  Incidents incidents();

  /**
   * What detectors found.
   *
   * @return the anomalies
   */
  Anomalies anomalies();

  /**
   * What was sent to whom.
   *
   * @return the notifications
   */
  Notifications notifications();

  /**
   * The evaluation itself.
   *
   * @return its control
   */
  AlertControl control();
}
