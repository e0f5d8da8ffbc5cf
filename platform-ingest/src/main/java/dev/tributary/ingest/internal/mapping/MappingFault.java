package dev.tributary.ingest.internal.mapping;

/**
 * Something wrong with a mapping, whatever its source looks like.
 *
 * @param column the dataset's column whose rule is wrong
 * @param key the key of the rule; empty for the rule as a whole
 * @param problem what is wrong
 * @param remedy what to do
 */
public record MappingFault(String column, String key, String problem, String remedy) {}
