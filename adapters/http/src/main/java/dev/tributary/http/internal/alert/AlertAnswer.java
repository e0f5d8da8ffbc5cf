package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.Severity;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert in one object. */
record AlertAnswer(
    String fingerprint,
    String rule,
    Map<String, String> labels,
    Severity severity,
    AlertState state,
    @Nullable Instant activeAt,
    @Nullable Instant resolvedAt,
    @Nullable Double value,
    String reason,
    Map<String, String> annotations,
    @Nullable String incidentId,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String comment,
    boolean disarmed) {

  static AlertAnswer of(Alert alert) {
    AlertStatus status = alert.status();
    Alert.Acknowledgement known = alert.acknowledgement();
    return new AlertAnswer(
        status.alert().fingerprint(),
        status.alert().rule(),
        status.alert().labels(),
        alert.severity(),
        status.state(),
        status.activeAt(),
        status.resolvedAt(),
        number(status.value()),
        alert.reason(),
        alert.annotations(),
        alert.incident(),
        known == null ? null : known.by(),
        known == null ? null : known.at(),
        known == null ? null : known.comment(),
        alert.disarmed());
  }

  /** JSON has no word for what is not finite. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
