package dev.tributary.api.connector;

import dev.tributary.api.dataset.ColumnType;

/**
 * A column as the source has it.
 *
 * @param name its name, as written there
 * @param type the type of its values; {@link ColumnType#TEXT} where the source does not know types
 */
public record SourceColumn(String name, ColumnType type) {}
