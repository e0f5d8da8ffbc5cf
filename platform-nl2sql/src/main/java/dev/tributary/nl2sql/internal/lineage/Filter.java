package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.api.query.DataColumn;

/**
 * A condition that holds for all rows that were read.
 *
 * @param column the column
 * @param value the value it has, as SQL writes it but without quotes
 */
public record Filter(DataColumn column, String value) {}
