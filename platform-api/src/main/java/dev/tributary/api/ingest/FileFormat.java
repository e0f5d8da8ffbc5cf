package dev.tributary.api.ingest;

import java.util.regex.Pattern;

/** What an uploaded file holds, compressed with gzip or not. */
public enum FileFormat {
  /** Fields with a separator, one record a line. */
  CSV,
  /** An array of objects, or one object a line. */
  JSON;

  private static final Pattern JSON_NAME = Pattern.compile("(?i).*\\.(json|ndjson|jsonl)(\\.gz)?");

  /**
   * Tells the format from a file's name.
   *
   * @param fileName the name
   * @return {@link #JSON} for {@code .json}, {@code .ndjson} and {@code .jsonl}, else {@link #CSV}
   */
  public static FileFormat ofName(String fileName) {
    return JSON_NAME.matcher(fileName).matches() ? JSON : CSV;
  }
}
