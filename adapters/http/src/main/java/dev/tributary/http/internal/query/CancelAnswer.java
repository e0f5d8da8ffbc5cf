package dev.tributary.http.internal.query;

/**
 * Whether something was stopped.
 *
 * @param requestId what was to be stopped
 * @param cancelled false if nothing of that id was being answered
 */
record CancelAnswer(String requestId, boolean cancelled) {}
