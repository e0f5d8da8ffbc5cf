package dev.tributary.api.alert;

import java.util.List;

/**
 * What a rule would have done.
 *
 * @param transitions what would have changed, in order
 * @param alerts how things would stand at the end
 * @param counts what would have become of the events
 * @param entries how many entries of the log, and events of the past, were looked at
 * @param gap true if the log no longer reaches back to the beginning
 */
public record Trial(
    List<Transition> transitions,
    List<AlertStatus> alerts,
    EventCounts counts,
    long entries,
    boolean gap) {
  /** Copies the lists. */
  public Trial {
    transitions = List.copyOf(transitions);
    alerts = List.copyOf(alerts);
  }
}
