package dev.tributary.api.ingest;

import java.util.regex.Pattern;

/** What an uploaded file holds. CSV and JSON may be compressed with gzip. */
public enum FileFormat {
  /** Fields with a separator, one record a line. */
  CSV,
  /** An array of objects, or one object a line. */
  JSON,
  /** Columns with types, as data lakes keep them. */
  PARQUET;

  private static final Pattern JSON_NAME = Pattern.compile("(?i).*\\.(json|ndjson|jsonl)(\\.gz)?");
  private static final Pattern PARQUET_NAME = Pattern.compile("(?i).*\\.parquet");

  /**
   * Tells the format from a file's name.
   *
   * @param fileName the name
   * @return {@link #JSON} for {@code .json}, {@code .ndjson} and {@code .jsonl}, {@link #PARQUET}
   *     for {@code .parquet}, else {@link #CSV}
   */
  public static FileFormat ofName(String fileName) {
    if (PARQUET_NAME.matcher(fileName).matches()) {
      return PARQUET;
    }
    return JSON_NAME.matcher(fileName).matches() ? JSON : CSV;
  }
}
