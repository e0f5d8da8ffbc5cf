package dev.tributary.cli.internal.alert;

import dev.tributary.alerts.AlertRules;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import dev.tributary.core.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that are tried. */
public final class TriedRules {
  private TriedRules() {}

  /**
   * Reads the rules of a file.
   *
   * @param file a list {@code rules}, or a configuration with one in its section {@code alerts}
   * @return its rules
   * @throws dev.tributary.api.settings.ConfigurationException with all that is wrong with them
   */
  public static List<AlertRule> read(Path file) {
    Settings root = ConfigFile.read(file, Map.of(), reference -> Secret.of(reference)).settings();
    root.keys().forEach(root::value);
    Settings alerts = root.has("alerts") ? root.section("alerts") : root;
    alerts.keys().forEach(alerts::value);
    List<AlertRule> rules = AlertRules.from(alerts);
    root.verify();
    return rules;
  }

  /**
   * Picks a rule.
   *
   * @param rules the rules that there are
   * @param id the one that is wanted; null for all
   * @return the rules to try
   * @throws PlatformException if there is none
   */
  public static List<AlertRule> chosen(List<AlertRule> rules, @Nullable String id) {
    List<String> ids = rules.stream().map(AlertRule::id).toList();
    List<AlertRule> chosen =
        rules.stream().filter(rule -> id == null || rule.id().equals(id)).toList();
    if (chosen.isEmpty()) {
      throw new PlatformException(
          PlatformError.NOT_FOUND,
          id == null
              ? "there are no rules to try; write some below 'rules'"
              : "there is no rule '%s'; %s"
                  .formatted(
                      id,
                      NearestName.of(id, ids)
                          .map(nearest -> "did you mean '" + nearest + "'?")
                          .orElse("there are " + String.join(", ", ids))));
    }
    return chosen;
  }
}
