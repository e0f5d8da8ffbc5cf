package dev.tributary.api.query;

/**
 * A reason why SQL may not run.
 *
 * @param rule the rule that forbids it
 * @param position the offending character, counted from 1; 0 if it is not at one place
 * @param what what is wrong
 * @param remedy what to do instead
 */
public record SqlViolation(String rule, int position, String what, String remedy) {}
