package dev.tributary.http.internal.ingest;

import org.jspecify.annotations.Nullable;

/** What to read as soon as possible: one source, or all sources of one data center. */
record SyncRequest(@Nullable String sourceId, @Nullable String dataCenterId) {}
