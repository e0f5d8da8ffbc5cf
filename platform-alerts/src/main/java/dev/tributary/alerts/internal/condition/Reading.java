package dev.tributary.alerts.internal.condition;

import java.time.Instant;

/**
 * What a window shows.
 *
 * @param at its end, in milliseconds since the epoch
 * @param value the aggregate; NaN if there is none
 * @param count how many events it holds
 */
public record Reading(long at, double value, long count) {
  Instant instant() {
    return Instant.ofEpochMilli(at);
  }
}
