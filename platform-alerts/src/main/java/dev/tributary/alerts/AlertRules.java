package dev.tributary.alerts;

import dev.tributary.alerts.internal.declare.RuleDeclaration;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rules that a configuration declares. */
public final class AlertRules {
  private AlertRules() {}

  /**
   * Reads the list {@code rules} of a section.
   *
   * <pre>{@code
   * rules:
   *   - id: failed-logins
   *     metric: failed_logins
   *     per: [data_center]
   *     window: {sliding: 5m}
   *     condition: {above: 50}
   *     for: 2m
   * }</pre>
   *
   * @param alerts the section; what is wrong in it is noted there, for {@link Settings#verify}
   * @return the rules that are sound
   */
  public static List<AlertRule> from(Settings alerts) {
    Map<String, AlertRule> rules = new LinkedHashMap<>();
    for (Settings section : alerts.sections("rules")) {
      RuleDeclaration.read(section, Detectors.names())
          .ifPresent(rule -> {
            if (rules.putIfAbsent(rule.id(), rule) != null) {
              section.note("id", "is '" + rule.id() + "' like another rule's", "give each its own");
            }
          });
    }
    return List.copyOf(rules.values());
  }
}
