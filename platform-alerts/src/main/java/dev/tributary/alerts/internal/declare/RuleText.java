package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.Rearm;
import dev.tributary.api.alert.RuleSource;
import dev.tributary.api.alert.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a rule as {@link RuleDeclaration} reads it, so that it can be stored and shown. */
public final class RuleText {
  private static final double MOST_WHOLE = 1e15;

  private RuleText() {}

  /**
   * Writes a rule.
   *
   * @param rule the rule
   * @return texts, numbers, truth values, lists and maps of these
   */
  public static Map<String, Object> of(AlertRule rule) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("id", rule.id());
    text.put("metric", rule.metric());
    if (rule.source() instanceof RuleSource.Query query) {
      text.put("query", query.sql());
      text.put("every", query.every().toString());
    }
    text.put("where", rule.where());
    text.put("per", rule.per());
    text.put("window", window(rule.window()));
    text.put("aggregate", aggregate(rule.aggregate()));
    text.put("condition", condition(rule.condition()));
    text.put("for", rule.lasting().toString());
    text.put("keep_firing_for", rule.keepFiringFor().toString());
    text.put("no_data", word(rule.onNoData()));
    text.put("severity", word(rule.severity()));
    text.put("lateness", rule.lateness().toString());
    text.put("series_limit", (long) rule.seriesLimit());
    text.put("labels", rule.notice().labels());
    text.put("annotations", rule.notice().annotations());
    text.put("rearm", rearm(rule.notice().rearm()));
    return text;
  }

  private static Map<String, Object> window(Window window) {
    return switch (window) {
      case Window.Sliding sliding ->
          Map.of("sliding", sliding.length().toString(), "step", sliding.step().toString());
      case Window.Session session -> Map.of("session", session.gap().toString());
    };
  }

  private static String aggregate(Aggregate aggregate) {
    return switch (aggregate) {
      case Aggregate.Basic basic -> word(basic);
      case Aggregate.Distinct distinct -> "distinct(" + distinct.label() + ")";
      case Aggregate.Percentile percentile -> "p" + plain(percentile.percent());
    };
  }

  private static Map<String, Object> condition(Condition condition) {
    return switch (condition) {
      case Condition.Outside outside -> outside(outside.normal(), outside.recovered());
      case Condition.ChangePercent change -> Map.of("change_pct", plain(change.percent()));
      case Condition.Spike spike ->
          Map.of("spike", plain(spike.factor()), "least", plain(spike.least()));
      case Condition.Absent absent -> Map.of("absent", true);
      case Condition.Anomaly anomaly -> Map.of("anomaly", anomaly.detector());
    };
  }

  private static Map<String, Object> outside(Condition.Band normal, Condition.Band recovered) {
    if (normal.low() == Double.NEGATIVE_INFINITY && recovered.low() == normal.low()) {
      return Map.of("above", plain(normal.high()), "recovery", plain(recovered.high()));
    }
    if (normal.high() == Double.POSITIVE_INFINITY && recovered.high() == normal.high()) {
      return Map.of("below", plain(normal.low()), "recovery", plain(recovered.low()));
    }
    return Map.of("outside", bounds(normal), "recover_within", bounds(recovered));
  }

  private static List<Object> bounds(Condition.Band band) {
    return List.of(plain(band.low()), plain(band.high()));
  }

  private static Object rearm(Rearm rearm) {
    return switch (rearm) {
      case Rearm.Always always -> "always";
      case Rearm.ByHand byHand -> "by_hand";
      case Rearm.After after -> Map.of("after", after.pause().toString());
    };
  }

  private static Object plain(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < MOST_WHOLE;
    return whole ? (Object) (long) number : (Object) number;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
