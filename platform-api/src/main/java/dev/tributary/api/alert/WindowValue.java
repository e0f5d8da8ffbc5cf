package dev.tributary.api.alert;

import java.time.Instant;

/**
 * What a window of a rule showed.
 *
 * @param at when it was looked at, its end
 * @param value the aggregate of its events, finite
 */
public record WindowValue(Instant at, double value) {}
