package dev.tributary.alerts.internal.declare;

import dev.tributary.api.settings.Settings;
import java.util.OptionalDouble;

/** Reads numbers with a fraction. */
final class Decimals {
  private Decimals() {}

  /** The number of a key; absent if there is none, after noting one that is malformed. */
  static OptionalDouble read(Settings settings, String key) {
    String text = settings.text(key).orElse("");
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = parse(text);
    if (number.isEmpty()) {
      settings.note(key, "is '" + text + "'", "write a number such as 50 or 0.5");
    }
    return number;
  }

  static OptionalDouble parse(String text) {
    try {
      double number = Double.parseDouble(text.strip());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }
}
