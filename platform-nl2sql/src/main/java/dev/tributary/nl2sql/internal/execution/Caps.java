package dev.tributary.nl2sql.internal.execution;

import java.time.Duration;

/**
 * What one query may take.
 *
 * @param time how long it may run
 * @param rows how many rows are kept
 * @param bytes about how many bytes of values are kept
 */
public record Caps(Duration time, int rows, long bytes) {}
