package dev.tributary.connector.csv.internal.reading;

import dev.tributary.connector.csv.format.CsvDialect;
import java.util.List;

/**
 * Where an earlier reading of a file ended and what it had found.
 *
 * @param offset the byte at which reading goes on
 * @param line the number of the line that begins there
 * @param dialect the dialect of the file
 * @param header whether the file has a header
 * @param columns its columns
 */
public record Resume(
    long offset, long line, CsvDialect dialect, boolean header, List<String> columns) {}
