package dev.tributary.http.internal.ingest;

import org.jspecify.annotations.Nullable;

/** Why a source is to be left alone. */
record PauseRequest(@Nullable String reason) {}
