package dev.tributary.http.internal.query;

import org.jspecify.annotations.Nullable;

/**
 * A question in plain language.
 *
 * @param question what is asked, 1 to 5000 characters
 * @param sessionId the conversation it belongs to, any name the client has chosen; null for none
 * @param requestId what cancels it; null for the id of the HTTP request
 * @param zone the time zone in which "today" is meant, such as {@code Europe/Berlin}; null for UTC
 * @param maxRows how many rows to return at most; null for as many as the platform allows
 */
record QuestionRequest(
    @Nullable String question,
    @Nullable String sessionId,
    @Nullable String requestId,
    @Nullable String zone,
    @Nullable Integer maxRows) {}
