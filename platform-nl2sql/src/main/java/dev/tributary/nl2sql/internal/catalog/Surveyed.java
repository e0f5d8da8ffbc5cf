package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.DataSchema;

/**
 * What a survey found.
 *
 * @param schema the tables
 * @param values the texts stored in them
 */
public record Surveyed(DataSchema schema, ValueIndex values) {}
