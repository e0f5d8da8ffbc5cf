package dev.tributary.connector.rest.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint is asked for what changed since a moment or number.
 *
 * @param field where a record holds the moment or number of its last change
 * @param parameter the request parameter that takes it
 * @param overlap how much time to go back behind the last one
 * @param count how many numbers to go back behind the last one
 * @param initial what to send before anything was read, null to leave the parameter out
 */
public record SinceConfig(
    JsonPointer field,
    String parameter,
    Duration overlap,
    BigDecimal count,
    @Nullable String initial) {}
