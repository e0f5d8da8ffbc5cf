package dev.tributary.api.alert;

import java.util.List;
import java.util.Optional;

/** Alerts that belong together. Thread-safe. */
public interface Incidents {

  /**
   * Lists incidents, newest first.
   *
   * @param openOnly whether to leave out those that are over
   * @param limit the most to list, from 1 to 1000
   * @return the incidents
   */
  List<Incident> list(boolean openOnly, int limit);

  /**
   * Finds an incident.
   *
   * @param id its id
   * @return the incident, if there is one
   */
  Optional<Incident> find(String id);

  /**
   * Acknowledges every alert of an incident that is on.
   *
   * @param id its id
   * @param by who
   * @param comment what they say
   * @return the incident
   * @throws dev.tributary.api.error.PlatformException if there is none
   */
  Incident acknowledge(String id, String by, String comment);
}
