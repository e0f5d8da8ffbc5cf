package dev.tributary.http.internal.store;

import dev.tributary.api.store.StoreHealth;
import java.time.Duration;

/**
 * Whether the service works.
 *
 * @param status {@code up}, {@code degraded} where the store answers and has no room for writes, or
 *     {@code down}
 * @param service its name
 * @param version its version
 * @param uptime how long it has been running
 * @param store how the central store answered
 */
record HealthAnswer(
    String status, String service, String version, Duration uptime, StoreHealth store) {}
