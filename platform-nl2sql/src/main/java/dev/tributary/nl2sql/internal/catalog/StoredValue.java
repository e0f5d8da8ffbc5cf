package dev.tributary.nl2sql.internal.catalog;

/**
 * A text that is stored somewhere.
 *
 * @param table the table
 * @param column the column
 * @param text the text as it is stored
 */
public record StoredValue(String table, String column, String text) {}
