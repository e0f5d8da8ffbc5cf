package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Condition;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads one of {@code condition: {above: 50, recovery: 40}}, {@code {below: 5}}, {@code {outside:
 * [1, 9], recover_within: [2, 8]}}, {@code {change_pct: 50}}, {@code {spike: 3, least: 10}}, {@code
 * {absent: true}} and {@code {anomaly: combined}}.
 */
final class ConditionDeclaration {
  private static final List<String> KINDS =
      List.of("above", "below", "outside", "change_pct", "spike", "absent", "anomaly");

  private final Settings rule;
  private final Settings condition;
  private final Collection<String> detectors;

  ConditionDeclaration(Settings rule, Collection<String> detectors) {
    this.rule = rule;
    this.condition = rule.section("condition");
    this.detectors = detectors;
  }

  Optional<Condition> read() {
    List<String> kinds = KINDS.stream().filter(condition::has).toList();
    KINDS.forEach(condition::value);
    condition.value("recover_within");
    OptionalDouble recovery = Decimals.read(condition, "recovery");
    OptionalDouble least = Decimals.read(condition, "least");
    if (kinds.size() != 1) {
      rule.note("condition", "names " + kinds.size() + " kinds", "write one of " + KINDS);
      return Optional.empty();
    }
    String kind = kinds.get(0);
    refuse("recovery", recovery, kind.equals("above") || kind.equals("below"), "above and below");
    refuse("least", least, kind.equals("spike"), "spike");
    if (condition.has("recover_within") && !kind.equals("outside")) {
      condition.note("recover_within", "belongs to outside", "remove it");
    }
    return Attempt.at(
        rule,
        "condition",
        () ->
            switch (kind) {
              case "above" -> number(kind).map(at -> Condition.above(at, recovery.orElse(at)));
              case "below" -> number(kind).map(at -> Condition.below(at, recovery.orElse(at)));
              case "outside" -> outside();
              case "change_pct" -> number(kind).map(Condition::changesByPercent);
              case "spike" -> number(kind).map(by -> Condition.spikes(by, least.orElse(1)));
              case "absent" -> absent();
              default -> anomaly();
            });
  }

  private void refuse(String key, OptionalDouble value, boolean fits, String owner) {
    if (value.isPresent() && !fits) {
      condition.note(key, "belongs to " + owner, "remove it");
    }
  }

  private Optional<Double> number(String key) {
    OptionalDouble number = Decimals.read(condition, key);
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  private Optional<Condition> outside() {
    Optional<Condition.Band> normal = band("outside");
    Optional<Condition.Band> recovered =
        condition.has("recover_within") ? band("recover_within") : normal;
    return normal.flatMap(band -> recovered.map(within -> new Condition.Outside(band, within)));
  }

  private Optional<Condition.Band> band(String key) {
    double[] bounds =
        condition.texts(key).stream()
            .map(Decimals::parse)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    if (bounds.length != 2) {
      condition.note(key, "is not two numbers", "write the bounds, such as [10, 90]");
      return Optional.empty();
    }
    return Optional.of(new Condition.Band(bounds[0], bounds[1]));
  }

  private Optional<Condition> absent() {
    if (!condition.flag("absent", true)) {
      condition.note("absent", "is false", "write true, or another condition");
      return Optional.empty();
    }
    return Optional.of(Condition.absent());
  }

  private Optional<Condition> anomaly() {
    String name = condition.text("anomaly", "");
    if (!detectors.contains(name)) {
      condition.note(
          "anomaly",
          "names no detector: '" + name + "'",
          NearestName.of(name, detectors)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("write one of " + detectors));
      return Optional.empty();
    }
    return Optional.of(Condition.anomaly(name));
  }
}
