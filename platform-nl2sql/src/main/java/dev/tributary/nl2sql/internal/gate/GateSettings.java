package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.check.QueryPolicy;
import dev.tributary.nl2sql.internal.grammar.Bridge;
import dev.tributary.nl2sql.internal.scan.Lexis;
import java.util.Set;

/**
 * How a gate works, the same for every statement.
 *
 * @param lexis how its dialect is cut into tokens
 * @param twins the rewritings its dialect needs
 * @param bounds what a statement may cost
 * @param policy what a query may touch
 * @param rowLimit how many rows a query may ask for; 0 leaves that to the execution
 */
public record GateSettings(
    Lexis lexis, Set<Bridge.Twin> twins, Bounds bounds, QueryPolicy policy, long rowLimit) {}
