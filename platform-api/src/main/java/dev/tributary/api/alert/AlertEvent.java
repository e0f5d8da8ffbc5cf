package dev.tributary.api.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transition in the history.
 *
 * @param id unique; later ones are greater
 * @param transition what changed
 * @param severity how much the alert matters
 * @param recordedAt when it was stored
 * @param readAt when somebody read it; null if nobody did
 */
public record AlertEvent(
    long id,
    Transition transition,
    Severity severity,
    Instant recordedAt,
    @Nullable Instant readAt) {}
