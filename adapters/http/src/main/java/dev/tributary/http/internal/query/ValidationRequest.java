package dev.tributary.http.internal.query;

import org.jspecify.annotations.Nullable;

/** SQL to examine. */
record ValidationRequest(@Nullable String sql) {}
