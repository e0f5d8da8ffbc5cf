package dev.tributary.alerts.internal.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * That somebody is to be told of a transition.
 *
 * @param transition the id of the transition
 * @param group the group it is told with
 * @param channel through which channel
 * @param fingerprint the alert
 * @param labels the labels that routes and silences see
 * @param annotations texts for people
 * @param at since when
 */
public record Notice(
    long transition,
    String group,
    String channel,
    String fingerprint,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant at) {

  /**
   * The same, for somebody.
   *
   * @param otherGroup the group
   * @param otherChannel the channel
   * @return a new notice
   */
  public Notice to(String otherGroup, String otherChannel) {
    return new Notice(transition, otherGroup, otherChannel, fingerprint, labels, annotations, at);
  }
}
