package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Window;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code window: {sliding: 5m, step: 10s}}, {@code {tumbling: 1h}} or {@code {session: 30m}}.
 */
final class WindowDeclaration {
  private WindowDeclaration() {}

  static Optional<Window> read(Settings rule) {
    Settings window = rule.section("window");
    Optional<Duration> sliding = window.duration("sliding");
    Optional<Duration> step = window.duration("step");
    Optional<Duration> tumbling = window.duration("tumbling");
    Optional<Duration> session = window.duration("session");
    if (!rule.has("window")) {
      return Optional.empty();
    }
    long kinds = Stream.of("sliding", "tumbling", "session").filter(window::has).count();
    if (kinds != 1) {
      rule.note(
          "window", "names " + kinds + " kinds", "write one of sliding, tumbling and session");
      return Optional.empty();
    }
    if (step.isPresent() && sliding.isEmpty()) {
      window.note("step", "belongs to a sliding window", "remove it");
    }
    return Attempt.at(
        rule,
        "window",
        () ->
            sliding
                .<Window>map(length ->
                    step.map(by -> Window.sliding(length, by))
                        .orElseGet(() -> Window.sliding(length)))
                .or(() -> tumbling.map(Window::tumbling))
                .or(() -> session.map(Window::session)));
  }
}
