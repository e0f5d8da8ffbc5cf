package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Notice;
import dev.tributary.api.alert.Rearm;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code labels: {team: fraud}}, {@code annotations: {summary: ...}} and {@code rearm:
 * always}, {@code by_hand} or {@code {after: 1h}}.
 */
final class NoticeDeclaration {
  private NoticeDeclaration() {}

  static Notice read(Settings rule) {
    return new Notice(texts(rule, "labels"), texts(rule, "annotations"), rearm(rule));
  }

  private static Map<String, String> texts(Settings rule, String key) {
    Settings section = rule.section(key);
    Map<String, String> texts = new LinkedHashMap<>();
    section.keys().forEach(name -> texts.put(name, section.text(name, "")));
    return texts;
  }

  private static Rearm rearm(Settings rule) {
    if (rule.value("rearm") instanceof Map) {
      Optional<Duration> pause = rule.section("rearm").duration("after");
      if (pause.isEmpty()) {
        rule.note("rearm", "does not say after how long", "write {after: 1h}");
      }
      return Attempt.at(rule, "rearm", () -> pause.map(Rearm::after)).orElse(Rearm.always());
    }
    String mode = rule.text("rearm", "always");
    if (!mode.equals("always") && !mode.equals("by_hand")) {
      rule.note("rearm", "is '" + mode + "'", "write always, by_hand or {after: 1h}");
    }
    return mode.equals("by_hand") ? Rearm.byHand() : Rearm.always();
  }
}
