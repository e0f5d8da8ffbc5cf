package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.check.QueryPolicy;
import dev.tributary.nl2sql.internal.grammar.Bridge;
import dev.tributary.nl2sql.internal.grammar.LooseWords;
import dev.tributary.nl2sql.internal.grammar.Twins;
import dev.tributary.nl2sql.internal.scan.Lexis;
import java.util.Set;

/**
 * How a gate works, the same for every statement.
 *
 * @param lexis how its dialect is cut into tokens
 * @param habits what its dialect has
 * @param twins ways of writing of its dialect that the parser does not know
 * @param looseWords words for the second reading of what the parser does not understand
 * @param bounds what a statement may cost
 * @param policy what a query may touch
 * @param rowLimit how many rows a query may ask for; 0 leaves that to the execution
 * @param shapes how many shapes of statements that passed are remembered
 */
public record GateSettings(
    Lexis lexis,
    Set<Bridge.Habit> habits,
    Twins twins,
    LooseWords looseWords,
    Bounds bounds,
    QueryPolicy policy,
    long rowLimit,
    int shapes) {}
