package dev.tributary.api.alert;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of an alert and to whom, as opposed to when it fires.
 *
 * @param labels added to the labels of the alert for routes, silences and inhibitions
 * @param annotations texts for people: {@code summary} says what is so, {@code remedy} what to do,
 *     {@code runbook} is an address that tells, others are up to the rule; {@code {value}} and
 *     {@code {label}} stand for the value and for labels
 * @param rearm when the alert may notify again
 */
public record Notice(Map<String, String> labels, Map<String, String> annotations, Rearm rearm) {
  /** Copies the maps. */
  public Notice {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    annotations = Collections.unmodifiableMap(new TreeMap<>(annotations));
  }

  /**
   * Nothing besides what the alert itself says; it notifies each time it fires.
   *
   * @return the notice
   */
  public static Notice plain() {
    return new Notice(Map.of(), Map.of(), Rearm.always());
  }

  /**
   * Adds a label.
   *
   * @param name its name
   * @param value its value
   * @return a notice with the label
   */
  public Notice label(String name, String value) {
    return new Notice(with(labels, name, value), annotations, rearm);
  }

  /**
   * Adds a text for people.
   *
   * @param name what it is, such as {@code summary}
   * @param text the text
   * @return a notice with the text
   */
  public Notice annotation(String name, String text) {
    return new Notice(labels, with(annotations, name, text), rearm);
  }

  /**
   * Sets when the alert may notify again.
   *
   * @param mode the mode
   * @return a notice with the mode
   */
  public Notice rearm(Rearm mode) {
    return new Notice(labels, annotations, mode);
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(name, value);
    return more;
  }
}
