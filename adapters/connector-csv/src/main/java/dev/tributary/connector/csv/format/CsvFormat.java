package dev.tributary.connector.csv.format;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What was detected, or declared, about one file.
 *
 * @param charset how characters are stored
 * @param gzip whether the file is compressed; byte offsets then count uncompressed bytes
 * @param dialect how records are written
 * @param header whether the names come from the file; otherwise they were made up
 * @param columns the column names, in file order; never empty
 */
public record CsvFormat(
    Charset charset, boolean gzip, CsvDialect dialect, boolean header, List<String> columns) {
  /** Copies the names. */
  public CsvFormat {
    columns = List.copyOf(columns);
  }
}
