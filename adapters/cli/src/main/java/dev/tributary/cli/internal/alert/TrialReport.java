package dev.tributary.cli.internal.alert;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.Transition;
import dev.tributary.cli.internal.console.Table;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a rule would have done: a table, or a line of JSON for each transition. */
public final class TrialReport {
  private final Terminal terminal;
  private final boolean json;

  /**
   * Makes a report.
   *
   * @param terminal where it goes
   * @param json whether programs read it
   */
  public TrialReport(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Shows a trial.
   *
   * @param rule the rule
   * @param transitions what it would have done
   * @param counts what would have become of the events
   */
  public void write(AlertRule rule, List<Transition> transitions, EventCounts counts) {
    if (json) {
      transitions.forEach(transition -> terminal.say(JsonText.of(members(transition))));
      return;
    }
    terminal.say(
        "%s: %,d transitions; of its events %,d taken, %,d were late, %,d refused, %,d unusable"
            .formatted(
                rule.id(),
                transitions.size(),
                counts.taken(),
                counts.late(),
                counts.refused(),
                counts.unusable()));
    if (!transitions.isEmpty()) {
      Table table = new Table("at", "from", "to", "of", "because");
      transitions.forEach(step ->
          table.row(
              step.at(),
              step.from().name().toLowerCase(Locale.ROOT),
              step.to().name().toLowerCase(Locale.ROOT),
              step.alert().labels().isEmpty() ? "all" : step.alert().labels(),
              step.reason()));
      table.lines().forEach(terminal::say);
    }
    terminal.say("");
  }

  private static Map<String, Object> members(Transition transition) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("rule", transition.alert().rule());
    members.put("labels", transition.alert().labels());
    members.put("from", transition.from());
    members.put("to", transition.to());
    members.put("at", transition.at());
    members.put("active_at", transition.activeAt() == null ? "" : transition.activeAt());
    members.put("value", transition.value());
    members.put("reason", transition.reason());
    return members;
  }
}
