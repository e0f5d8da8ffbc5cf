package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        .seriesLimit((int) settings.integer("series_limit", 10_000, 1, 1_000_000))
        .saying(NoticeDeclaration.read(settings));
    SourceDeclaration.read(settings).ifPresent(rule::from);
    if (condition.isEmpty() || !sound(settings)) {
      return Optional.empty();
    }
    return Attempt.at(settings, "id", () -> Optional.of(rule.when(condition.get()).build()));
  }

  /**
   * Reads a rule that was stored after it had been found sound.
   *
   * @param declaration as {@link RuleText} wrote it
   * @return the rule; nothing if this version of the platform no longer understands it
   */
  public static Optional<AlertRule> stored(@Nullable Object declaration) {
    if (!(declaration instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put(String.valueOf(name), value));
    Settings settings = Settings.of("rule", members, reference -> Secret.of(""));
    Object condition = members.get("condition");
    Object detector = condition instanceof Map<?, ?> kinds ? kinds.get("anomaly") : null;
    return read(settings, detector == null ? List.of() : List.of(detector.toString()));
  }

  /**
   * What of a rule decides when its alerts fire.
   *
   * @param rule the rule
   * @return its declaration without what is said of its alerts
   */
  public static Map<String, Object> judging(AlertRule rule) {
    Map<String, Object> text = RuleText.of(rule);
    text.keySet().removeAll(List.of("severity", "labels", "annotations", "rearm"));
    return text;
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
