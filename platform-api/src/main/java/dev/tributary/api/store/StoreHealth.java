package dev.tributary.api.store;

import java.time.Duration;

/**
 * How the store answered.
 *
 * @param up whether it answered
 * @param engine its kind and version, such as {@code SQLite 3.54.1}
 * @param latency how long the answer took
 * @param message what is wrong and what to do; empty when it is up
 */
public record StoreHealth(boolean up, String engine, Duration latency, String message) {}
