package dev.tributary.nl2sql.internal.gate;

import java.time.Duration;

/**
 * What examining one statement may cost.
 *
 * @param bytes its length in UTF-8
 * @param tokens its words and symbols
 * @param nesting how deep brackets and CASE may nest
 * @param time how long the parser may take
 */
public record Bounds(int bytes, int tokens, int nesting, Duration time) {}
