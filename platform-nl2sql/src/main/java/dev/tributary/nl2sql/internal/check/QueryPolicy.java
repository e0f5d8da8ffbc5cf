package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.tree.NodeKinds;
import org.jspecify.annotations.Nullable;

/**
 * What a gate allows, the same for every statement.
 *
 * @param kinds the constructs
 * @param functions the functions
 * @param tables the tables and columns, or null if any may be read
 * @param quotedCaseMatters whether quoted names differ by case
 * @param formatTakesPattern whether FORMAT takes a pattern with widths, rather than a number
 */
public record QueryPolicy(
    NodeKinds kinds,
    FunctionRules functions,
    @Nullable KnownTables tables,
    boolean quotedCaseMatters,
    boolean formatTakesPattern) {}
