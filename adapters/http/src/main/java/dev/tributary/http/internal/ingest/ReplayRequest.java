package dev.tributary.http.internal.ingest;

import org.jspecify.annotations.Nullable;

/** Whose rows to try again. */
record ReplayRequest(@Nullable String sourceId) {}
