/**
 * Reads delimited text. {@link dev.tributary.connector.csv.CsvFile} reads one file, {@link
 * dev.tributary.connector.csv.CsvNormalizer} rewrites one.
 */
@NullMarked
package dev.tributary.connector.csv;

import org.jspecify.annotations.NullMarked;
