package dev.tributary.alerts.internal.declare;

import dev.tributary.api.settings.Settings;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes values of what was read, and notes what does not fit in place of throwing it. */
final class Attempt {
  private Attempt() {}

  static <T> Optional<T> at(Settings settings, String key, Supplier<Optional<T>> making) {
    try {
      return making.get();
    } catch (IllegalArgumentException fault) {
      settings.note(key, "does not fit", String.valueOf(fault.getMessage()));
      return Optional.empty();
    }
  }
}
