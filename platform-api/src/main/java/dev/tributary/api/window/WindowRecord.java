package dev.tributary.api.window;

/**
 * A part of what a rule's windows hold. Stores do not look into it.
 *
 * @param series the series it belongs to; unique in the rule
 * @param part which part of the series it is
 * @param state the content; empty if there is nothing any more
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is; stores compare nothing
public record WindowRecord(long series, int part, byte[] state) {}
