package dev.tributary.http.internal.stream;

/**
 * Says that events are missing.
 *
 * @param afterId the last event that the client has seen
 * @param message what to do
 * @param snapshot where the present state is
 */
record GapAnswer(String afterId, String message, String snapshot) {}
