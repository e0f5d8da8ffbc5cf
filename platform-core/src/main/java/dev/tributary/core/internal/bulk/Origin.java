package dev.tributary.core.internal.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param sourceId the source
 * @param dataCenterId its data center
 * @param runId the run
 * @param at when they arrive
 * @param generation the full pass; null outside of full passes
 */
public record Origin(
    String sourceId, String dataCenterId, String runId, Instant at, @Nullable Long generation) {}
