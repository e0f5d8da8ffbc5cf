package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.check.Found;
import java.util.List;

/**
 * A statement that may run.
 *
 * @param sql what may run
 * @param found what it touches
 * @param limits what was done to bound it
 */
public record Passed(String sql, Found found, List<String> limits) {}
