package dev.tributary.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Which rows in quarantine to list.
 *
 * @param sourceId only of this source; null for all
 * @param reason only with this reason; null for all
 * @param limit the most rows to return, from 1 to 1000
 * @param token where the last slice ended; null to begin with the newest
 */
public record QuarantineQuery(
    @Nullable String sourceId, @Nullable String reason, int limit, @Nullable String token) {}
