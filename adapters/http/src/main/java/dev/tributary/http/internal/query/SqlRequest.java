package dev.tributary.http.internal.query;

import org.jspecify.annotations.Nullable;

/**
 * SQL that somebody wrote.
 *
 * @param sql one query
 * @param requestId what cancels it; null for the id of the HTTP request
 * @param maxRows how many rows to return at most; null for as many as the platform allows
 */
record SqlRequest(@Nullable String sql, @Nullable String requestId, @Nullable Integer maxRows) {}
