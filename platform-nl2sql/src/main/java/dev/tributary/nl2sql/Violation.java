package dev.tributary.nl2sql;

/**
 * One reason why a statement may not run.
 *
 * @param rule the id of the rule, such as {@code function.hazard}; never changed once released
 * @param position where, as an index of a character of the statement, from 0
 * @param what what is wrong there
 * @param remedy what to write instead
 */
public record Violation(String rule, int position, String what, String remedy) {}
