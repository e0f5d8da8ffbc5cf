package dev.tributary.api.alert;

import java.util.List;
import java.util.Map;

/**
 * Holds alerts back while another one is on that explains them.
 *
 * @param source which alerts explain
 * @param target which alerts are held back
 * @param equal the labels in which the two have to agree; one that is missing counts as empty
 */
public record Inhibition(List<LabelMatcher> source, List<LabelMatcher> target, List<String> equal) {
  /** Copies the lists, and refuses matchers that would fit everything. */
  public Inhibition {
    source = List.copyOf(source);
    target = List.copyOf(target);
    equal = List.copyOf(equal);
    if (source.isEmpty() || target.isEmpty()) {
      throw new IllegalArgumentException(
          "an inhibition needs matchers of source and target, such as severity=critical");
    }
  }

  /**
   * Tells whether one alert holds another back.
   *
   * @param on the labels of an alert that is on
   * @param other the labels of the other one
   * @return true if it does
   */
  public boolean holdsBack(Map<String, String> on, Map<String, String> other) {
    return source.stream().allMatch(matcher -> matcher.matches(on))
        && target.stream().allMatch(matcher -> matcher.matches(other))
        && equal.stream()
            .allMatch(label -> on.getOrDefault(label, "").equals(other.getOrDefault(label, "")));
  }
}
