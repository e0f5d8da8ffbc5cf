package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** Reads one rule. Everything that is wrong with it is noted; then there is no rule. */
public final class RuleDeclaration {
  private RuleDeclaration() {}

  /**
   * Reads a rule.
   *
   * @param settings its section
   * @param detectors the names of the detectors that there are
   * @return the rule, if it is sound
   */
  public static Optional<AlertRule> read(Settings settings, Collection<String> detectors) {
    String metric = settings.requiredText("metric");
    AlertRule.Builder rule = AlertRule.metric(metric).id(settings.text("id", metric));
    readScope(settings, rule);
    WindowDeclaration.read(settings).ifPresent(rule::in);
    AggregateDeclaration.read(settings).ifPresent(rule::of);
    Optional<Condition> condition = new ConditionDeclaration(settings, detectors).read();
    rule.lasting(settings.duration("for", Duration.ZERO))
        .keepFiringFor(settings.duration("keep_firing_for", Duration.ZERO))
        .onNoData(settings.choice("no_data", NoDataPolicy.KEEP))
        .severity(settings.choice("severity", Severity.WARNING))
        .lateness(settings.duration("lateness", Duration.ofSeconds(10)))
        .seriesLimit((int) settings.integer("series_limit", 10_000, 1, 1_000_000));
    if (condition.isEmpty() || !sound(settings)) {
      return Optional.empty();
    }
    return Attempt.at(settings, "id", () -> Optional.of(rule.when(condition.get()).build()));
  }

  /** Faults are shared by the whole configuration; the place tells whose they are. */
  private static boolean sound(Settings settings) {
    return settings.faults().stream()
        .noneMatch(fault -> fault.place().startsWith(settings.place()));
  }

  private static void readScope(Settings settings, AlertRule.Builder rule) {
    Settings where = settings.section("where");
    where.keys().forEach(label -> rule.where(label, where.text(label, "")));
    rule.per(settings.texts("per").toArray(String[]::new));
  }
}
