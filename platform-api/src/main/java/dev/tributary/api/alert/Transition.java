package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change in the life of an alert. All times are event times.
 *
 * @param alert which alert
 * @param from what it was
 * @param to what it is now
 * @param at the end of the window that made the difference
 * @param activeAt since when the condition has been true; null if it is not
 * @param value the value of that window; NaN if it had none
 * @param reason why, in words
 * @param judgement what the detector said of that window; null where the condition is none of a
 *     detector
 */
public record Transition(
    AlertKey alert,
    AlertState from,
    AlertState to,
    Instant at,
    @Nullable Instant activeAt,
    double value,
    String reason,
    @Nullable Judgement judgement) {}
