package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.api.dataset.ColumnType;

/**
 * A column of a table.
 *
 * @param name its name, as the catalog spells it
 * @param declared its type in the engine's own words, as a cast takes it
 * @param base the name of the engine's base type, in lower case, that decides how values are read
 * @param type the platform's type of its values
 * @param nullable whether a row may lack a value
 */
public record TableColumn(
    String name, String declared, String base, ColumnType type, boolean nullable) {}
