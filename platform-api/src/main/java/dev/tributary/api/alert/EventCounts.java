package dev.tributary.api.alert;

/**
 * What became of the events that a rule is about.
 *
 * @param taken how many count
 * @param late how many came after their windows had closed
 * @param refused how many belong to series beyond the limit
 * @param unusable how many have a value that is not finite
 */
public record EventCounts(long taken, long late, long refused, long unusable) {}
