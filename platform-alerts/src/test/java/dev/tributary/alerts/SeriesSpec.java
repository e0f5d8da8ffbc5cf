package dev.tributary.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A series as a behaviour table describes it; the table's head explains the parts. */
record SeriesSpec(Duration every, List<Double> values) {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  static SeriesSpec from(JsonNode spec) {
    Duration every = Duration.ofMinutes(spec.path("every").asInt(5));
    List<Double> values = new ArrayList<>();
    for (JsonNode part : spec.path("series")) {
      addPart(values, part, every);
    }
    for (JsonNode change : spec.path("changes")) {
      apply(values, change);
    }
    return new SeriesSpec(every, values);
  }

  Instant at(int index) {
    return START.plus(every.multipliedBy(index));
  }

  private static void addPart(List<Double> values, JsonNode part, Duration every) {
    for (int time = 0; time < part.path("times").asInt(1); time++) {
      part.path("values").forEach(value -> values.add(value.asDouble()));
    }
    JsonNode noise = part.path("noise");
    Random random = new Random(values.size() + 42);
    for (int index = 0; index < noise.path("count").asInt(); index++) {
      double share = 2 * random.nextDouble() - 1;
      values.add(noise.path("mean").asDouble() + noise.path("spread").asDouble() * share);
    }
    addWorkdays(values, part.path("workdays"), every);
    JsonNode days = part.path("days");
    long perDay = Duration.ofDays(1).dividedBy(every);
    for (int index = 0; index < days.path("count").asInt() * perDay; index++) {
      double phase = (1 - Math.cos(2 * Math.PI * (index % perDay) / perDay)) / 2;
      double low = days.path("low").asDouble();
      values.add(low + (days.path("high").asDouble() - low) * phase + random.nextDouble());
    }
  }

  private static void addWorkdays(List<Double> values, JsonNode workdays, Duration every) {
    long perDay = Duration.ofDays(1).dividedBy(every);
    Random random = new Random(7);
    for (int index = 0; index < workdays.path("weeks").asInt() * 7 * perDay; index++) {
      boolean weekend = index / perDay % 7 >= 5;
      double level = workdays.path(weekend ? "low" : "high").asDouble();
      values.add(level + random.nextDouble());
    }
  }

  private static void apply(List<Double> values, JsonNode change) {
    int from = change.path("from").asInt();
    for (int index = from; index < from + change.path("count").asInt(); index++) {
      values.set(index, changed(values.get(index), change));
    }
  }

  private static double changed(double value, JsonNode change) {
    if (change.has("missing")) {
      return Double.NaN;
    }
    return change.has("set")
        ? change.path("set").asDouble()
        : value + change.path("add").asDouble();
  }
}
