package dev.tributary.http.internal.ingest;

import java.time.Instant;
import java.util.List;

/**
 * How all sources stand.
 *
 * @param at when this was put together
 * @param lastEventId the newest event when it was; a stream that begins there misses nothing
 * @param sources the sources
 */
record IngestStatus(Instant at, String lastEventId, List<SourceAnswer> sources) {}
