package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert at present. All times are event times.
 *
 * @param alert which alert
 * @param state where it is in its life
 * @param activeAt since when the condition has been true; null if it is not
 * @param lastTrueAt when it last was; null if it never was
 * @param resolvedAt when the alert last ended; null if it never did
 * @param value the value of the latest window; NaN if it had none
 */
public record AlertStatus(
    AlertKey alert,
    AlertState state,
    @Nullable Instant activeAt,
    @Nullable Instant lastTrueAt,
    @Nullable Instant resolvedAt,
    double value) {}
