package dev.tributary.api.store;

import java.time.Duration;

/**
 * How the store answered.
 *
 * @param up whether it answered
 * @param writable whether writes find room; false for a minute at least after one did not, and
 *     until one does
 * @param engine its kind and version, such as {@code SQLite 3.54.1}
 * @param latency how long the answer took
 * @param message what is wrong and what to do; empty when it is up and writable
 */
public record StoreHealth(
    boolean up, boolean writable, String engine, Duration latency, String message) {}
