package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.tree.NodeKinds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gate allows, the same for every statement.
 *
 * @param kinds the constructs
 * @param functions the functions
 * @param types the types that may be written with arguments
 * @param tables the tables and columns, or null if any may be read
 * @param quotedCaseMatters whether quoted names differ by case
 * @param formatTakesPattern whether FORMAT takes a pattern with widths, rather than a number
 */
public record QueryPolicy(
    NodeKinds kinds,
    FunctionRules functions,
    Set<String> types,
    @Nullable KnownTables tables,
    boolean quotedCaseMatters,
    boolean formatTakesPattern) {}
