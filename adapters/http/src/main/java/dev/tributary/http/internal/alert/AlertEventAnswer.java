package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Transition;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transition in one object. */
record AlertEventAnswer(
    String id,
    String fingerprint,
    String rule,
    Map<String, String> labels,
    Severity severity,
    AlertState from,
    AlertState to,
    Instant at,
    @Nullable Instant activeAt,
    @Nullable Double value,
    String message,
    Instant recordedAt,
    boolean isRead) {

  static AlertEventAnswer of(AlertEvent event) {
    Transition transition = event.transition();
    return new AlertEventAnswer(
        Long.toString(event.id()),
        transition.alert().fingerprint(),
        transition.alert().rule(),
        transition.alert().labels(),
        event.severity(),
        transition.from(),
        transition.to(),
        transition.at(),
        transition.activeAt(),
        AlertAnswer.number(transition.value()),
        transition.reason(),
        event.recordedAt(),
        event.readAt() != null);
  }
}
