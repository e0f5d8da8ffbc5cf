package dev.tributary.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rule and its events as a behaviour table describes them; the table's head explains it. */
record RuleSpec(JsonNode spec) {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  AlertRule rule() {
    AlertRule.Builder rule =
        AlertRule.metric("m")
            .in(window())
            .of(Aggregate.Basic.valueOf(upper(spec.path("aggregate").asText("count"))))
            .when(condition(spec.path("condition")))
            .lasting(seconds("lasting"))
            .keepFiringFor(seconds("keep"))
            .lateness(seconds("lateness"))
            .onNoData(NoDataPolicy.valueOf(upper(spec.path("no_data").asText("keep"))));
    for (JsonNode label : spec.path("per")) {
      rule.per(label.asText());
    }
    spec.path("where")
        .properties()
        .forEach(label -> rule.where(label.getKey(), label.getValue().asText()));
    return rule.build();
  }

  List<MetricEvent> events() {
    List<MetricEvent> events = new ArrayList<>();
    for (JsonNode event : spec.path("events")) {
      if (event.isArray()) {
        events.add(event(event.get(0).asLong(), event.get(1).asDouble(), event.path(2).asText("")));
      }
      for (int index = 0; index < event.path("count").asInt(); index++) {
        long second = event.path("from").asLong() + index * event.path("every").asLong();
        events.add(event(second, 1, event.path("data_center").asText("")));
      }
    }
    return events;
  }

  Instant start() {
    return START;
  }

  Instant until() {
    return START.plusSeconds(spec.path("until").asLong());
  }

  private static MetricEvent event(long second, double value, String dataCenter) {
    return new MetricEvent(
        "m", START.plusSeconds(second), value, Map.of("data_center", dataCenter));
  }

  private Window window() {
    JsonNode window = spec.path("window");
    return spec.has("session")
        ? Window.session(seconds("session"))
        : Window.sliding(
            Duration.ofSeconds(window.get(0).asLong()), Duration.ofSeconds(window.get(1).asLong()));
  }

  private static Condition condition(JsonNode condition) {
    if (condition.has("above")) {
      double above = condition.path("above").asDouble();
      return Condition.above(above, condition.path("recovery").asDouble(above));
    }
    if (condition.has("below")) {
      return Condition.below(condition.path("below").asDouble());
    }
    if (condition.has("outside")) {
      JsonNode bounds = condition.path("outside");
      return Condition.outside(bounds.get(0).asDouble(), bounds.get(1).asDouble());
    }
    if (condition.has("change_pct")) {
      return Condition.changesByPercent(condition.path("change_pct").asDouble());
    }
    if (condition.has("spike")) {
      return Condition.spikes(
          condition.path("spike").asDouble(), condition.path("least").asDouble());
    }
    return condition.has("anomaly")
        ? Condition.anomaly(condition.path("anomaly").asText())
        : Condition.absent();
  }

  private Duration seconds(String key) {
    return Duration.ofSeconds(spec.path(key).asLong());
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
