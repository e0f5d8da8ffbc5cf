package dev.tributary.connector.jdbc.internal.catalog;

import java.util.List;

/**
 * Columns whose values the database keeps unique, without a condition.
 *
 * @param primary whether it is the primary key
 * @param columns the names of the columns, in the order of the index
 */
public record UniqueIndex(boolean primary, List<String> columns) {}
