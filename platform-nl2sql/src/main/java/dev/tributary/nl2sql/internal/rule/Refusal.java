package dev.tributary.nl2sql.internal.rule;

/**
 * One reason not to run a statement.
 *
 * @param rule the rule that says no
 * @param position where, as an index of a character of the statement
 * @param what what is wrong there
 * @param remedy what to write instead
 */
public record Refusal(Rule rule, int position, String what, String remedy) {}
